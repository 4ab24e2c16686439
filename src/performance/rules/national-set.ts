import type { NationalPolarity } from './national-place.ts'
import { readNationalPolarity, regionKey } from './national-reading.ts'
import type { OddityList } from './national-report.ts'

/** A place of the country with published figures. */
export interface NationalArea {
  /** The publisher's number, 1 to 99999. */
  readonly number: number
  readonly name: string
  readonly kind: 'country' | 'region' | 'authority'
  /** Number of the region an authority lies in; null for others. */
  readonly region: number | null
  readonly type: string
}

/** A published measure. */
export interface NationalMeasure {
  readonly code: string
  readonly title: string
  readonly topic: string
  readonly unit: string
  readonly polarity: NationalPolarity
  /** Null where the publisher says nothing of it: then as many as its figures have, at most two. */
  readonly decimals: number | null
  readonly description: string
  readonly owner: string
  readonly link: string
}

/** A place that is like another, by one edition of a list. */
export interface NationalNeighbour {
  /** First day of the month of the list. */
  readonly edition: string
  readonly area: number
  /** 1 is the closest. */
  readonly position: number
  readonly neighbour: number
  /** 'Very close'. */
  readonly closeness: string
}

/** A row of the published values, as it is written. */
export interface NationalRow {
  /** Line or row of the file, for messages. */
  readonly at: number
  readonly code: string
  readonly period: string
  readonly area: number
  readonly value: string
}

/** Published files with everything but their values read. */
export interface NationalSet {
  readonly source: string
  readonly licence: string
  /** Of all files together: the same files have the same. */
  readonly digest: string
  readonly areas: readonly NationalArea[]
  readonly measures: readonly NationalMeasure[]
  readonly neighbours: readonly NationalNeighbour[]
  readonly odd: OddityList
  /** The values, batch by batch. */
  values(): AsyncIterable<readonly NationalRow[]>
}

/** Published files that cannot be read as what they should be; the message says which, where, and what to do. Nothing was read in. */
export class NationalRefused extends Error {}

const plain = (written: string | undefined): string => {
  const text = (written ?? '').replaceAll(/[\s\u00a0]+/g, ' ').trim()
  return text === 'NA' ? '' : text
}

/**
 * Makes areas of the publisher's list of places (number, name, region, type). Regions stand in it among the authorities, without a type and under other
 * names than authorities give their region; what was discontinued is left out and said so.
 */
export function areasOf(rows: readonly (readonly string[])[], odd: OddityList): readonly NationalArea[] {
  const listed = rows.map(([number = '', name = '', region = '', type = '']) => ({
    ...{ number: Number(plain(number)), name: plain(name), region: plain(region), type: plain(type) },
  }))
  const bad = listed.find(({ number, name }) => !Number.isInteger(number) || number < 1 || number > 99_999 || name === '')
  if (bad) throw new NationalRefused(`The list of places has a row without a number or a name: ${JSON.stringify(bad)}.`)
  const twice = listed.find(({ number }, index) => listed.findIndex((one) => one.number === number) !== index)
  if (twice) throw new NationalRefused(`The list of places has the number ${twice.number} twice.`)
  const kept = listed.filter(({ name }) => {
    const gone = /\(discontinued\)/i.test(name)
    if (gone) odd.note('area-left-out', name)
    return !gone
  })
  const regions = new Map(
    kept.flatMap(({ name, number, type }) => (type === '' && name !== 'England' ? [[regionKey(name), number] as const] : [])),
  )
  return kept.map(({ number, name, region, type }) => {
    if (type === '') return { number, name, kind: name === 'England' ? 'country' : 'region', region: null, type }
    const found = regions.get(regionKey(region)) ?? null
    if (found === null) odd.note('region-unknown', `${name}: ${region}`)
    return { number, name, kind: 'authority', region: found, type }
  })
}

/** Makes measures of the rows of the publisher's dictionary, by their headings; of a measure that is described twice the first row counts. */
export function measuresOf(rows: readonly Readonly<Record<string, string>>[], odd: OddityList): readonly NationalMeasure[] {
  const made = new Map<string, NationalMeasure>()
  for (const row of rows) {
    const code = (row.Measure_short ?? '').trim()
    if (code === '') continue
    if (made.has(code)) {
      odd.note('measure-twice', code)
      continue
    }
    const polarity = readNationalPolarity(row.Polarity ?? '')
    if (polarity === undefined) odd.note('polarity-unknown', `${code}: ${row.Polarity}`)
    const link = plain(row['Hyperlink(s)']).split(' ')[0] ?? ''
    const decimals = (row.dps ?? '').trim()
    made.set(code, {
      ...{
        code,
        title: plain(row.Chart_title) || plain(row.Measure) || code,
        topic: topicOf(plain(row.Topic)),
        unit: plain(row.y_axis_name),
      },
      ...{ polarity: polarity ?? 'none', decimals: /^[0-6]$/.test(decimals) ? Number(decimals) : null },
      ...{
        description: plain(row.Description).slice(0, 4000),
        owner: plain(row['Data Owner (DO) /Supplier and Contact Details']).slice(0, 300),
      },
      link: /^https?:\/\/\S+$/.test(link) ? link.slice(0, 1000) : '',
    })
  }
  return [...made.values()]
}

/** 'Contextual\Other' is 'Contextual or other' to a reader. */
function topicOf(written: string): string {
  return written === '' ? 'Without a topic' : written.replaceAll('\\', ' or ').replace(/ or Other$/, ' or other')
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** The first day of the month of a list of neighbours, by the name that its publisher gives the file ('sn_may_2025.xlsx'); undefined where it says none. */
export function neighbourEdition(name: string): string | undefined {
  const [, month = '', year = ''] = /^sn[-_]([a-z]+)[-_](\d{4})\.xlsx$/i.exec(name) ?? []
  const at = MONTHS.indexOf(month.toLowerCase()) + 1
  return at === 0 ? undefined : `${year}-${String(at).padStart(2, '0')}-01`
}

/** Makes neighbours of one list: a row an authority, then number and closeness of each neighbour. Unknown numbers are left out and said so. */
export function neighboursOf(
  edition: string,
  rows: readonly (readonly string[])[],
  areas: ReadonlySet<number>,
  odd: OddityList,
): readonly NationalNeighbour[] {
  const head = rows.findIndex((row) => row[0]?.trim().toLowerCase() === 'la num')
  const first = (rows[head] ?? []).findIndex((cell) => cell.trim().toUpperCase() === 'SN1')
  if (head < 0 || first < 0)
    throw new NationalRefused(`The list of neighbours of ${edition} has no row that begins with “LA num” and has “SN1”.`)
  return rows.slice(head + 1).flatMap((row) => {
    const area = Number(plain(row[0]))
    if (plain(row[0]) === '') return []
    if (!areas.has(area)) {
      odd.note('neighbour-unknown', `${edition}: ${plain(row[1]) || plain(row[0])} is not in the list of places`)
      return []
    }
    return neighboursIn({ edition, area, cells: row.slice(first) }, areas, odd)
  })
}

function neighboursIn(
  { edition, area, cells }: { readonly edition: string; readonly area: number; readonly cells: readonly string[] },
  areas: ReadonlySet<number>,
  odd: OddityList,
): readonly NationalNeighbour[] {
  const made: NationalNeighbour[] = []
  for (let at = 0; at + 1 < cells.length; at += 2) {
    const written = plain(cells[at])
    const neighbour = Number(written)
    if (written === '' || written === '-') continue
    if (!areas.has(neighbour) || neighbour === area || made.some((one) => one.neighbour === neighbour)) {
      odd.note('neighbour-unknown', `${edition}: ${area} has ${written}`)
      continue
    }
    const words = plain(cells[at + 1]).toLowerCase()
    const closeness = words === '-' ? '' : words.replace(/^./, (letter) => letter.toUpperCase())
    made.push({ edition, area, position: at / 2 + 1, neighbour, closeness })
  }
  return made
}
