/** Why bytes are not taken as a picture; `message` is a Chinese phrase without a stop. */
export class PictureFault extends Error {}
