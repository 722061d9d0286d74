import { deflateRawSync } from 'node:zlib'

/** A part of a ZIP archive. `lies` writes another unpacked size into the directory than the part has. */
export interface ZipPart {
  readonly name: string
  readonly data: string | Uint8Array
  readonly encrypted?: boolean
}

/** A ZIP archive of deflated parts (PKWARE APPNOTE 4.3), small enough to read. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const data = Buffer.from(part.data)
    const packed = deflateRawSync(data)
    const name = Buffer.from(part.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(part.encrypted === true ? 1 : 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06', 'latin1'), end])
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  return crc
})

function crc32(data: Buffer): number {
  let crc = 0xffffffff
  for (const byte of data) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A Word document of this body (WordprocessingML) with the headings' styles and, where given, its numbering. */
export function makeDocx(body: string, numbering?: string): Uint8Array {
  const style = (level: number) =>
    `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`
  const parts: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      data: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
    },
    {
      name: 'word/styles.xml',
      data: `<?xml version="1.0"?><w:styles ${word}>${[1, 2, 3].map(style).join('')}</w:styles>`,
    },
    {
      name: 'word/numbering.xml',
      data: `<?xml version="1.0"?><w:numbering ${word}>${numbering ?? ''}</w:numbering>`,
    },
    {
      name: 'word/document.xml',
      data: `<?xml version="1.0"?><w:document ${word}><w:body>${body}</w:body></w:document>`,
    },
  ]
  return makeZip(parts)
}

/** A paragraph of Word. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A line of a PDF page: its text and its place in points from the lower left corner. */
export interface PlacedLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
}

/** A font that names a predefined map of characters instead of bringing one. */
export interface PredefinedFont {
  readonly encoding: string
  /** The text in that encoding, in hexadecimal. */
  encode(text: string): string
}

/** A PDF of these pages in one Chinese font without glyphs, whose ToUnicode map tells the characters (ISO 32000-1, 9.10.3). */
export function makePdf(pages: readonly (readonly PlacedLine[])[], font?: PredefinedFont): Uint8Array {
  const objects: string[] = []
  const pageIds = pages.map((_, index) => 6 + index * 2)
  objects[1] = '<< /Type /Catalog /Pages 2 0 R >>'
  objects[2] = `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`
  objects[3] = `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /${font?.encoding ?? 'Identity-H'} /DescendantFonts [4 0 R] ${font === undefined ? '/ToUnicode 5 0 R' : ''} >>`
  objects[4] = `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (${font === undefined ? 'Identity' : 'GB1'}) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 900 /StemV 80 >> >>`
  // A range may not cross a change of the high byte, and a block holds at most 100 of them.
  const high = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
  const ranges = [0, 100, 200].map((from) => {
    const rows = high.slice(from, from + 100).map((byte) => `<${byte}00> <${byte}ff> <${byte}00>`)
    return `${rows.length} beginbfrange\n${rows.join('\n')}\nendbfrange`
  })
  const map = `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${ranges.join('\n')}\nendcmap\nend\nend`
  objects[5] = stream(map)
  for (const [index, lines] of pages.entries()) {
    const content = lines
      .map(
        ({ text, x, y, size = 12 }) =>
          `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${font?.encode(text) ?? hex(text)}> Tj ET`,
      )
      .join('\n')
    objects[6 + index * 2] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + index * 2} 0 R >>`
    objects[7 + index * 2] = stream(content)
  }
  let file = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [id, object] of objects.entries()) {
    if (object === undefined) continue
    offsets[id] = file.length
    file += `${id} 0 obj\n${object}\nendobj\n`
  }
  const start = file.length
  const rows = objects.map((_, id) =>
    id === 0 ? '0000000000 65535 f ' : `${String(offsets[id]).padStart(10, '0')} 00000 n `,
  )
  file += `xref\n0 ${objects.length}\n${rows.join('\n').replace(/^ /, '0000000000 65535 f ')}\ntrailer << /Size ${objects.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

function stream(text: string): string {
  return `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
}

/** A text in UTF-16, most significant byte first, in hexadecimal. */
export function hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex')
}
