/**
 * The predefined Chinese character maps of PDF (ISO 32000-1, table 118), made from the encodings that the platform
 * knows. PDF.js asks for them by name where a font is not embedded with its own map, as older Chinese software writes;
 * without them such a text reads as empty. Our CIDs are the Unicode values themselves, so Adobe-GB1-UCS2 is the identity.
 */
export class ChineseCMaps {
  /** A font that names real Adobe-GB1 CIDs asks for the second map alone: it must not read ours. */
  private encoded = false

  /** PDF.js hands over what it would download; called by its name for a binary data factory. */
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (/^UniGB-(?:UCS2|UTF16)-[HV]$/.test(filename)) {
      this.encoded = true
      return cmap(filename, '<0000> <ffff>', cidRanges)
    }
    if (/^(?:GBK|GBKp|GBpc|GB)-EUC-[HV]$|^GBK2K-[HV]$/.test(filename)) {
      this.encoded = true
      return gbk(filename)
    }
    if (filename === 'Adobe-GB1-UCS2' && this.encoded) return cmap(filename, '<0000> <ffff>', unicodeRanges)
    throw new Error(`no character map ${filename}`)
  }
}

const hex = (value: number, digits = 4) => value.toString(16).padStart(digits, '0')
const bytes = Array.from({ length: 256 }, (_, byte) => byte)

/** Identity from codes to CIDs. */
const cidRanges = blocks(
  'cidrange',
  bytes.map((high) => `<${hex(high, 2)}00> <${hex(high, 2)}ff> ${high * 256}`),
)
/** Identity from CIDs to Unicode. */
const unicodeRanges = blocks(
  'bfrange',
  bytes.map((high) => `<${hex(high, 2)}00> <${hex(high, 2)}ff> <${hex(high, 2)}00>`),
)

let gbkRows: string | undefined

/** One byte for ASCII, two for everything else: code to Unicode, by the platform's own decoder. */
function gbk(name: string): Uint8Array {
  if (gbkRows === undefined) {
    const decoder = new TextDecoder('gbk')
    const rows = ['<20> 32']
    for (let code = 0x21; code < 0x7f; code += 1) rows.push(`<${hex(code, 2)}> ${code}`)
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        const unicode = decoder.decode(Uint8Array.of(lead, trail)).codePointAt(0) ?? 0xfffd
        if (trail !== 0x7f && unicode !== 0xfffd && unicode <= 0xffff)
          rows.push(`<${hex(lead * 256 + trail)}> ${unicode}`)
      }
    }
    gbkRows = blocks('cidchar', rows)
  }
  return cmap(name, '<00> <80>\n<8140> <fefe>', gbkRows)
}

/** A block of a character map holds at most a hundred rows (Adobe Technical Note 5014). */
function blocks(kind: string, rows: readonly string[]): string {
  const parts: string[] = []
  for (let from = 0; from < rows.length; from += 100) {
    const part = rows.slice(from, from + 100)
    parts.push(`${part.length} begin${kind}\n${part.join('\n')}\nend${kind}`)
  }
  return parts.join('\n')
}

function cmap(name: string, space: string, body: string): Uint8Array {
  const count = space.split('\n').length
  const text = `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /${name} def\n/WMode ${name.endsWith('V') ? 1 : 0} def\n${count} begincodespacerange\n${space}\nendcodespacerange\n${body}\nendcmap\nend\nend`
  return Buffer.from(text, 'latin1')
}
