/** Pictures that a web page holds in its own words. */

/** How such a picture is written in the place of its address. */
const inPlace = /data:image\/[\w.+-]{1,20};base64,([A-Za-z0-9+/=\s]*)/giu;

/** The page with a short address for each of these pictures, and their files by those; they are many characters and no words. */
export function withoutPictures(text: string): { readonly page: string; readonly pictureAt: (address: string) => Uint8Array | undefined } {
  const pictures: string[] = [];
  const page = text.replace(inPlace, (_whole, content: string) => `picture:${String(pictures.push(content) - 1)}`);
  const pictureAt = (address: string): Uint8Array | undefined => {
    const content = pictures[Number(/^picture:(\d{1,6})$/u.exec(address)?.[1] ?? NaN)];
    return content === undefined ? undefined : Buffer.from(content, 'base64');
  };
  return { page, pictureAt };
}
