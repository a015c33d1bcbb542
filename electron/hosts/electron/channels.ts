/** Calls from the window: `invoke(name, requestJson)`. */
export const callChannel = 'zhuanbao:call';
/** Notices to the window: `send(name, bodyJson)`. */
export const noticeChannel = 'zhuanbao:notice';
