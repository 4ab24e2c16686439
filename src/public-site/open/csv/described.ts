/** How a cell of a described table reads (CSV on the Web, W3C 2015). */
export interface DescribedColumn {
  /** As it stands in the heading of the table. */
  readonly title: string
  /** A name for programs. */
  readonly name: string
  readonly means: string
  readonly datatype: 'string' | 'date' | 'decimal' | 'boolean'
  /** The property of a vocabulary that says the same. */
  readonly property?: string
}

/** Payments as the payments ontology has them (http://reference.data.gov.uk/def/payment), one a row. */
export const spendingColumns: readonly DescribedColumn[] = [
  { title: 'board', name: 'board', means: 'The board whose fund it was paid from.', datatype: 'string' },
  {
    ...{ title: 'paid by', name: 'paid_by', means: 'The organisation that paid.', datatype: 'string' },
    property: 'http://reference.data.gov.uk/def/payment#payer',
  },
  {
    ...{ title: 'transaction', name: 'transaction', means: 'The id of the payment, which stays the same.', datatype: 'string' },
    property: 'http://reference.data.gov.uk/def/payment#transactionReference',
  },
  {
    ...{ title: 'day', name: 'day', means: 'The day of the payment.', datatype: 'date' },
    property: 'http://reference.data.gov.uk/def/payment#date',
  },
  {
    ...{
      title: 'paid to',
      name: 'paid_to',
      means: 'Who was paid; where it would name a person, that it was left out.',
      datatype: 'string',
    },
    property: 'http://reference.data.gov.uk/def/payment#payee',
  },
  { title: 'name left out', name: 'name_left_out', means: 'Whether the name was left out because it is personal.', datatype: 'boolean' },
  {
    ...{ title: 'pounds', name: 'pounds', means: 'The sum in pounds, to the penny.', datatype: 'decimal' },
    property: 'http://reference.data.gov.uk/def/payment#netAmount',
  },
  {
    ...{ title: 'for', name: 'purpose', means: 'The budget line that it was paid from.', datatype: 'string' },
    property: 'http://reference.data.gov.uk/def/payment#expenditureLine',
  },
  { title: 'fund', name: 'fund', means: 'The fund of that budget line.', datatype: 'string' },
]

const text = (title: string, name: string, means: string): DescribedColumn => ({ title, name, means, datatype: 'string' })
const day = (title: string, name: string, means: string): DescribedColumn => ({ title, name, means, datatype: 'date' })
const sum = (title: string, name: string, means: string): DescribedColumn => ({ title, name, means, datatype: 'decimal' })

/** Contracts, one a row. */
export const contractColumns: readonly DescribedColumn[] = [
  text('board', 'board', 'The board that keeps the contract.'),
  text('title', 'title', 'What is bought.'),
  text('reference', 'reference', 'The number of the commissioner.'),
  text('summary', 'summary', 'What is bought, in plain words.'),
  text('commissioner', 'commissioner', 'Who signs and pays.'),
  text('providers', 'providers', 'Who provides, without subcontractors; several between semicolons.'),
  text('bought under', 'bought_under', 'The law or practice under which it is bought.'),
  text('process', 'process', 'The process of that law.'),
  day('first day', 'first_day', 'The first day of the term.'),
  day('last day is before', 'ends', 'The first day without it, with extensions that were taken; empty: without an end.'),
  sum('without VAT', 'without_vat', 'The value of the whole term without VAT, in pounds; empty: not known.'),
  sum('with VAT', 'with_vat', 'The value of the whole term with VAT, in pounds; empty: not known.'),
  text('VAT', 'vat', 'How VAT stands to the value.'),
  day('tendered on', 'tendered_on', 'When the tender was published.'),
  day('awarded on', 'awarded_on', 'When it was awarded.'),
  day('signed on', 'signed_on', 'When it was signed.'),
  day('ended early on', 'ended_on', 'The first day without it, where it ended before its term.'),
  text('state', 'state', 'How it stands on the day of the download.'),
  text('id', 'id', 'The id of the contract, which stays the same.'),
]

/** The tables that are described for programs, by the name in their address: their columns, and what tells a row from others; none where nothing does. */
export const describedTables: Readonly<Record<string, { readonly columns: readonly DescribedColumn[]; readonly key: string }>> = {
  spending: { columns: spendingColumns, key: 'transaction' },
  contracts: { columns: contractColumns, key: 'id' },
}

/** What of a table its description says besides its columns. */
export interface TableAbout {
  /** The address of the CSV file. */
  readonly url: string
  readonly title: string
  /** What a row is. */
  readonly about: string
  readonly publisher: { readonly name: string; readonly url: string }
}

/**
 * The description of a table as CSV on the Web (W3C Recommendation 'Metadata Vocabulary for Tabular Data', 2015), JSON-LD in the shape that it asks for: UTF-8,
 * one heading, lines end with CRLF, an empty cell is not known.
 */
export function csvwOf(name: string, { url, title, about, publisher }: TableAbout): string | undefined {
  const described = Object.hasOwn(describedTables, name) ? describedTables[name] : undefined
  if (described === undefined) return undefined
  return JSON.stringify({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    ...{ '@id': `${url}-metadata.json`, '@type': 'Table', url },
    'dc:title': title,
    'dc:description': `Each row is ${about}.`,
    'dc:publisher': { 'schema:name': publisher.name, 'schema:url': { '@id': publisher.url } },
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n', '\n'] },
    null: [''],
    tableSchema: {
      columns: described.columns.map(({ title: heading, name: column, means, datatype, property }) => ({
        ...{ titles: heading, name: column, 'dc:description': means, datatype: datatypeOf(datatype) },
        ...(property === undefined ? {} : { propertyUrl: property }),
      })),
      primaryKey: described.key,
    },
  })
}

const datatypeOf = (datatype: DescribedColumn['datatype']) =>
  datatype === 'boolean' ? { base: 'boolean', format: 'yes|no' } : datatype === 'date' ? { base: 'date', format: 'yyyy-MM-dd' } : datatype
