import pg from 'pg'

type Parse = (text: string) => unknown

const plain = (oid: number, format?: 'text' | 'binary'): Parse => pg.types.getTypeParser(oid, format as 'text') as Parse
const day: Parse = (text) => Temporal.PlainDate.from(text)
const instant: Parse = (text) => Temporal.Instant.from(text) // 'infinity' throws: the schema must not allow it

const parsers: Readonly<Record<number, Parse>> = {
  20: BigInt,
  1082: day,
  1114: () => {
    throw new TypeError('timestamp without time zone is not used here: take timestamptz or date')
  },
  1184: instant,
  1016: (text) => each(text, BigInt),
  1182: (text) => each(text, day),
  1185: (text) => each(text, instant),
}

function each(text: string, parse: Parse): unknown[] {
  return (plain(1009)(text) as (string | null)[]).map((item) => (item === null ? null : parse(item)))
}

/** How values come back: date as PlainDate, timestamptz as Instant, int8 as bigint, their arrays alike; all else as pg does it. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || plain(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

/** How values go out: pg alone would write a Temporal value as JSON, in quotation marks. */
export function toWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toWire)
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant || value instanceof Temporal.PlainTime)
    return value.toString()
  return value
}
