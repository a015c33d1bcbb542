/** Calls from the window: `invoke(name, requestJson)`. */
export const callChannel = 'zhuanbao:call';
/** Bytes of files from the window: `invoke(upload, chunk)`. */
export const chunkChannel = 'zhuanbao:chunk';
/** Notices to the window: `send(name, bodyJson)`. */
export const noticeChannel = 'zhuanbao:notice';
