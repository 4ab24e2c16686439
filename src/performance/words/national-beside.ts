import type { DotStripProps, StripRow } from '#platform/web/charts/dot-strip.tsx'
import { type NationalBeside, type Published, publishedFigure, type StoredMeasure } from '../rules/national-card.ts'
import { drawnPublished, nationalPeriodWords, nationalRow, publishedWords } from './national.ts'

/** The places with figures of the latest period, one's own first, then the neighbours in their order. */
function rowsOf({
  line,
  authority,
  beside,
}: NationalBeside): readonly { readonly name: string; readonly published: Published | undefined; readonly note: string }[] {
  return [
    { name: authority.name, published: line.own.at(-1), note: 'The partnership’s own place' },
    ...beside.neighbours.map(({ number, name, closeness }) => ({
      name,
      published: line.others.get(number),
      note: `Neighbour: ${closeness.toLowerCase()}`,
    })),
  ]
}

/** A place beside the country, its region and its neighbours in the latest published period, as a chart with its sentence and its table. */
export function nationalBesideChart(found: NationalBeside, csv: string): DotStripProps {
  const { line, authority, beside } = found
  const { measure, periods } = line
  const period = periods.at(-1)
  const when = period === undefined ? '' : nationalPeriodWords(period)
  const benchmarks = [beside.country, beside.region].flatMap((place) =>
    place === null ? [] : [{ name: place.name, published: line.others.get(place.number) }],
  )
  const rows = rowsOf(found)
  const sorted = [...rows].sort((one, other) => order(measure, one.published, other.published))
  return {
    words: {
      ...{ id: 'national', title: `${measure.title}, ${when}`, sentence: sentenceOf(found, when), csv },
      table: {
        columns: [{ heading: 'Place' }, { heading: 'Figure', numeric: true }, { heading: 'What it is' }],
        rows: [
          ...sorted.map(({ name, published, note }) => [name, publishedWords(published, measure), note]),
          ...benchmarks.map(({ name, published }, index) => [
            name,
            publishedWords(published, measure),
            index === 0 ? 'The country' : 'The region',
          ]),
        ],
      },
    },
    description: 'The figures stand in the table below.',
    rows: sorted.map(
      ({ name, published }): StripRow => ({
        ...{ label: name, value: drawnPublished(published), text: publishedWords(published, measure), interval: null },
        ...{ mark: 'plain', own: name === authority.name },
      }),
    ),
    benchmarks: benchmarks.flatMap(({ name, published }) => {
      const value = drawnPublished(published)
      return value === null ? [] : [{ label: name, value }]
    }),
    tickText: (value) => `${value.toLocaleString('en-GB', { maximumFractionDigits: 6 })}${measure.unit.startsWith('%') ? '%' : ''}`,
  }
}

function sentenceOf({ line, authority, beside }: NationalBeside, when: string): string {
  const row = nationalRow(line, beside)
  const others = [
    ...(beside.country === null ? [] : [`${beside.country.name} ${row.country}`]),
    ...(beside.region === null ? [] : [`${beside.region.name} ${row.region}`]),
  ]
  const place = row.place === '' ? '' : `; ${row.place} among ${authority.name} and its neighbours`
  return `${authority.name}: ${row.figure} in ${when}${others.length > 0 ? ` (${others.join(', ')})` : ''}${place}. ${row.better}.`
}

/** The best first, else the highest; without a figure last. */
function order({ polarity }: StoredMeasure, one: Published | undefined, other: Published | undefined): number {
  const [first, second] = [publishedFigure(one), publishedFigure(other)]
  if (first === null || second === null) return Number(first === null) - Number(second === null)
  return polarity === 'lower' ? first.compare(second) : second.compare(first)
}
