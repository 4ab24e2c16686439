/** The most octets of a line (RFC 5545, 3.1); what is longer goes on in the next line, behind a space. */
const LINE = 75
/** Control characters but the tab: no reader of calendars expects them. Line breaks are written out before. */
const UNEXPECTED = /[\p{Cc}--\t]/gv

/** A line of an iCalendar file, folded: the name with its parameters, and a value that is written out already. */
export function contentLine(name: string, value: string): string {
  return folded(`${name}:${value}`)
}

/** Text as a value (RFC 5545, 3.3.11): signs that mean something are escaped, line breaks become `\n`, other control characters are left out. */
export function textValue(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n]/g, '\\n')
    .replace(UNEXPECTED, '')
}

/** Text as a parameter in quotation marks (RFC 6868): a quotation mark in it, a caret and a line break are written with a caret. */
export function quotedParameter(text: string): string {
  const escaped = text
    .toWellFormed()
    .replaceAll('^', '^^')
    .replaceAll('"', "^'")
    .replace(/\r\n|[\r\n]/g, '^n')
  return `"${escaped.replace(UNEXPECTED, '')}"`
}

/** A calendar time without zone: 20270701T140000. */
export function wallTime(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}

/** A calendar day: 20270701. */
export function wallDay(day: Temporal.PlainDate): string {
  return day.toString().replaceAll('-', '')
}

const isPlain = /^[ -~]*$/

function octetsOf(sign: string): number {
  const point = sign.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}

/** Folds between signs, never within one. */
function folded(line: string): string {
  if (line.length <= LINE && isPlain.test(line)) return line
  const parts: string[] = []
  let [from, at, octets] = [0, 0, 0]
  for (const sign of line) {
    const more = octetsOf(sign)
    if (octets + more > LINE) {
      parts.push(line.slice(from, at))
      // The space that begins the next line counts.
      ;[from, octets] = [at, 1]
    }
    at += sign.length
    octets += more
  }
  return [...parts, line.slice(from)].join('\r\n ')
}
