/** The bytes of a picture by its SHA-256; undefined where they are not to be had. */
export type PictureBytes = (sha256: string) => Uint8Array | undefined;
