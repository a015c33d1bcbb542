/** Version of the saved shape of the list. */
export const unitListVersion = 1;
/** The one key of the one list a library holds. */
export const unitListKey = '报送单位';
