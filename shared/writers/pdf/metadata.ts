import { escapeMarkup } from '../../escape-markup.js';
import { strToU8 } from 'fflate';
import type { DocumentMeta } from '../document-meta.js';
import { dictionary, text, type PdfFile, type Ref } from './pdf-file.js';

/** Name of the program in the properties of a PDF. */
const creator = '专报编辑台';

/**
 * Writes what a document says of itself twice, as both kinds of readers want it (14.3): as information dictionary and as XMP.
 * Times come from the issue, too, so that the same issue gives the same bytes.
 */
export function writeMetadata(file: PdfFile, meta: DocumentMeta): { readonly info: Ref; readonly xmp: Ref } {
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(meta.date) ? meta.date : '1970-01-01';
  const keywords = meta.digest === '' ? undefined : `sha256:${meta.digest}`;
  const pdfDay = `(D:${day.replaceAll('-', '')}000000Z)`;
  const info = file.add(
    dictionary({
      Title: text(meta.title),
      Author: text(meta.organ),
      Subject: text(meta.subject),
      Keywords: keywords && text(keywords),
      Creator: text(creator),
      Producer: text(creator),
      CreationDate: pdfDay,
      ModDate: pdfDay,
    }),
  );
  const bytes = strToU8(xmpPacket(meta, keywords, `${day}T00:00:00Z`));
  return { info, xmp: file.addStream({ Type: '/Metadata', Subtype: '/XML' }, bytes, false) };
}

function xmpPacket(meta: DocumentMeta, keywords: string | undefined, time: string): string {
  const [title, organ, subject] = [meta.title, meta.organ, meta.subject].map(escapeMarkup);
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title ?? ''}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${organ ?? ''}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${subject ?? ''}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${time}</xmp:CreateDate>
<xmp:ModifyDate>${time}</xmp:ModifyDate>
<xmp:CreatorTool>${creator}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${creator}</pdf:Producer>${keywords === undefined ? '' : `\n<pdf:Keywords>${keywords}</pdf:Keywords>`}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${universalAccessSchema}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** PDF/A knows no property of PDF/UA, so that it has to be described (ISO 19005-2, 6.6.2.3). */
const universalAccessSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
