import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { parseForm, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import type { MemberDemand, TermsSeat } from '../../rules/terms/membership.ts'
import type { Terms } from '../../rules/terms/terms.ts'
import { seatCategoryLabels, votingLabels } from '../../words/labels.ts'
import { offered, type Question, type Questions } from './question.ts'
import { type Reading, readAnswer } from './read-answers.ts'
import { writeAnswer } from './write-answers.ts'

/** The parts of a document that rules lean on, each with a form of its own. */
export type OtherSection = 'about' | 'sources' | 'groups' | 'composition'

const fixedQuestions: Readonly<Record<Exclude<OtherSection, 'composition'>, Question>> = {
  about: {
    kind: 'part',
    of: {
      version: { kind: 'words', label: 'What is this version called?', hint: 'For example, Version 3, or March 2027', max: 40 },
      note: {
        kind: 'words',
        label: 'What must a reader know about it as a whole?',
        hint: 'Leave it empty if there is nothing',
        max: 500,
        open: true,
      },
    },
  },
  sources: {
    kind: 'rows',
    entry: 'Document',
    least: 1,
    most: 20,
    of: {
      id: { kind: 'key', from: 'title' },
      title: { kind: 'words', label: 'Title', hint: 'As it stands on the document', max: 300 },
      kind: {
        kind: 'one',
        label: 'What it is',
        options: offered({
          statute: 'A law',
          'standing-orders': 'Standing orders',
          terms: 'Terms of reference',
          protocol: 'A protocol between boards',
          report: 'A report',
          minutes: 'Minutes',
          guidance: 'Guidance',
        }),
      },
      date: { kind: 'day', label: 'Of what day', hint: 'Leave it empty if it is not known' },
    },
  },
  groups: {
    kind: 'rows',
    entry: 'Group',
    least: 0,
    most: 20,
    of: {
      key: { kind: 'key', from: 'name' },
      name: { kind: 'words', label: 'Name, as a sentence uses it', hint: 'In the plural, for example commissioning members', max: 120 },
      alsoCounts: {
        kind: 'lines',
        label: 'Other words for people of this group',
        hint: 'One a line, for example public health. Leave it empty if there are none',
        max: 80,
        least: 0,
        most: 20,
      },
    },
  },
}

/** What the form asks about a part. */
export function otherQuestions(section: OtherSection, terms: Pick<Terms, 'sources'>): Question {
  if (section !== 'composition') return fixedQuestions[section]
  return {
    kind: 'rows',
    entry: 'Demand',
    least: 0,
    most: 40,
    of: {
      matches: {
        kind: 'one',
        label: 'What is asked for?',
        options: offered({ role: 'A role that the law names', capacity: 'A capacity in which members act' }),
      },
      value: { kind: 'words', label: 'Which role or capacity?', hint: 'The same words as at the seats, for example Clinician', max: 200 },
      atLeast: { kind: 'whole', label: 'At least how many?', min: 1, max: 100 },
      atMeetings: { kind: 'tick', label: 'They must be at every meeting, too' },
      source: {
        kind: 'one',
        label: 'In which document?',
        options: terms.sources.map(({ id, title }) => ({ value: id, text: title })),
        none: 'In none, or not known',
      },
      section: { kind: 'words', label: 'Where in it?', hint: 'For example, section 7', max: 80, open: true },
      note: {
        kind: 'words',
        label: 'A note',
        hint: 'For example, the law and its section. Leave it empty if there is nothing to add',
        max: 300,
        open: true,
      },
    },
  }
}

interface DemandAnswer extends Omit<MemberDemand, 'source' | 'note'> {
  readonly source: string | null
  readonly section: string | null
  readonly note?: string | null
}

const demandAnswers = ({ composition = [] }: Terms): readonly DemandAnswer[] =>
  composition.map(({ source, ...demand }) => ({ ...demand, source: source?.id ?? null, section: source?.section ?? null }))

const demandOf = ({ source, section, note, ...demand }: DemandAnswer): MemberDemand => ({
  ...demand,
  ...(note ? { note } : {}),
  source: source === null ? null : { id: source, ...(section === null ? {} : { section }) },
})

function votesOnQuestion({ functions }: Pick<Terms, 'functions'>): Questions {
  const options = (functions.value ?? []).map(({ key, name }) => ({ value: key, text: name }))
  if (options.length === 0) return {}
  const hint = 'Only if it votes on some and not on others. Leave all empty where it votes on everything'
  return { votesOn: { kind: 'many', label: 'On which matters does it vote?', hint, options } }
}

/** What the form asks about a seat (G5). */
export function seatQuestions(terms: Pick<Terms, 'groups' | 'functions'>): Questions {
  return {
    key: { kind: 'key', from: 'name' },
    name: { kind: 'words', label: 'Name of the seat', max: 200 },
    places: { kind: 'whole', label: 'How many places has it?', min: 1, max: 100 },
    category: { kind: 'one', label: 'Where does it belong?', options: offered(seatCategoryLabels) },
    voting: { kind: 'one', label: 'Takes part as', options: offered(votingLabels) },
    ...votesOnQuestion(terms),
    group: {
      kind: 'one',
      label: 'Which group does it count with?',
      options: terms.groups.map(({ key, name }) => ({ value: key, text: name })),
      none: 'None',
    },
    organisation: {
      kind: 'words',
      label: 'Which organisation holds it?',
      hint: 'Leave it empty where any of a sector may',
      max: 200,
      open: true,
    },
    sector: {
      kind: 'words',
      label: 'Which sector is it for?',
      hint: 'Leave it empty where an organisation is named',
      max: 200,
      open: true,
    },
    alternatives: {
      kind: 'lines',
      label: 'Who may hold it instead of one another?',
      hint: 'One a line. Leave it empty if there is no choice',
      max: 200,
      least: 0,
      most: 20,
    },
    capacity: {
      kind: 'words',
      label: 'What must its holder be able to do?',
      hint: 'For example, commit money. Leave it empty if nothing is asked',
      max: 300,
      open: true,
    },
    statutoryRole: {
      kind: 'words',
      label: 'Which role does the law name for it?',
      hint: 'For example, Director of children’s services. Leave it empty where the law names none',
      max: 200,
      open: true,
    },
    byPost: { kind: 'tick', label: 'It belongs to whoever holds a named post' },
    mayAttendPrivate: { kind: 'tick', label: 'Its holder may attend when the public is excluded' },
    termMonths: {
      kind: 'whole',
      label: 'For how long does its holder serve?',
      hint: 'In months: a year is 12. Leave it empty for no limit',
      min: 1,
      max: 240,
      open: true,
    },
    vacantAtExport: {
      kind: 'whole',
      label: 'How many places are empty now?',
      hint: 'Only for the record: no meeting is judged by it',
      min: 0,
      max: 100,
    },
    note: { kind: 'words', label: 'A note', hint: 'Leave it empty if there is nothing to add', max: 300, open: true },
  }
}

const withoutNote = <Value extends { readonly note?: unknown }>({ note, ...rest }: Value) => (note === null ? rest : { ...rest, note })

function sectionValue(terms: Terms, section: OtherSection): unknown {
  if (section === 'composition') return demandAnswers(terms)
  return section === 'about' ? { version: terms.version, note: terms.note } : terms[section]
}

/** What stands in the form of a section. */
export function otherAnswers(terms: Terms, section: OtherSection): FormBody {
  return writeAnswer(otherQuestions(section, terms), sectionValue(terms, section), 'value')
}

/** Reads a section out of a posted form, as the document with it; the document is checked as a whole when it is kept. */
export function readOther(section: OtherSection, terms: Terms, body: FormBody): Result<(terms: Terms) => Terms, FieldProblem> {
  const reading: Reading = { body, problems: [] }
  const read = readAnswer(reading, otherQuestions(section, terms), 'value')
  const [first, ...more] = reading.problems
  if (first) return fail(first, ...more)
  if (section === 'composition') {
    const composition = (read as readonly DemandAnswer[]).map(demandOf)
    return succeed(({ composition: _, ...rest }) => (composition.length === 0 ? rest : { ...rest, composition }))
  }
  if (section !== 'about') return succeed((terms) => ({ ...terms, [section]: read }))
  return succeed(({ note: _, ...terms }) => ({ ...terms, ...withoutNote(read as { readonly note?: unknown }) }) as Terms)
}

/** What stands in the form of a seat; for a new one, nothing but its place among the members. */
export function seatAnswers(terms: Terms, seat: TermsSeat | undefined): FormBody {
  const fresh: FormBody = { value_places: '1', value_vacantAtExport: '0', value_group: 'none' }
  return seat === undefined ? fresh : writeAnswer({ kind: 'part', of: seatQuestions(terms) }, seat, 'value')
}

/** Reads a seat out of a posted form; a new one has a key that no other seat has. */
export function readSeat(terms: Terms, key: string | undefined, body: FormBody): Result<TermsSeat, FieldProblem> {
  const reading: Reading = { body, problems: [] }
  const read = readAnswer(reading, { kind: 'part', of: seatQuestions(terms) }, 'value') as TermsSeat
  const [first, ...more] = reading.problems
  if (first) return fail(first, ...more)
  const taken = terms.seats.map((seat) => seat.key).filter((one) => one !== key)
  let free = key ?? read.key
  for (let count = 2; taken.includes(free); count += 1) free = `${read.key.slice(0, 56)}_${count}`
  const { votesOn = [], statutoryRole, ...seat } = read
  const left = { ...(votesOn.length > 0 ? { votesOn } : {}), ...(statutoryRole ? { statutoryRole } : {}) }
  return succeed({ ...withoutNote(seat), ...left, key: free } as TermsSeat)
}

/** The version of the draft that a form was made from. */
export const draftVersion = z.object({ version: version() })

/** The same, read on its own. */
export function readDraftVersion(body: FormBody): Result<{ readonly version: number }, FieldProblem> {
  return parseForm(draftVersion, body)
}
