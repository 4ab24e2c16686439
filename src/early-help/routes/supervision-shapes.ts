import { dayInWords } from '#platform/time/words.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FieldGroup, FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { supervisionPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import { listChoices } from '../queries/names.ts'
import { findPosts } from '../queries/posts.ts'
import type { AbsenceLine, SessionHeld, SessionRecord, Supervising, SupervisionStandard } from '../queries/supervision.ts'
import type { Decided } from '../queries/supervision-decided.ts'
import { listCourses } from '../queries/training.ts'
import { supervisionPartWords } from '../words/supervision.ts'
import type { AskedCasework } from './gates.ts'
import { families, familyForm, named } from './shapes.ts'
import { sessionForm } from './supervision-saying-shapes.ts'

const home = { text: 'Supervision', href: supervisionPaths.home() }
const agencyPage = { text: 'Supervision of agencies', href: supervisionPaths.agency() }

const actionFields = (worker: string): readonly FieldSpec[] => [
  { kind: 'lines', name: 'action', label: 'What is to be done?', hint: 'Leave all three empty where nothing is' },
  {
    ...{ kind: 'radios', name: 'owner', label: 'Who does it?' },
    options: [
      { value: 'worker', text: worker },
      { value: 'supervisor', text: 'You' },
    ],
  },
  { kind: 'day', name: 'dueOn', label: 'By which day?' },
]

/** The form by which it is said who supervises whom; whoever leads an agency’s practice chooses of that agency. */
export async function superviseShape({ reader, visit, ties }: AskedCasework): Promise<FormShape> {
  const options = (await findPosts(reader, visit.today))
    .filter(({ organisation }) => ties.relations.has('administrator') || ties.ledAgencies.includes(organisation))
    .map(({ id, name, organisationName }) => ({ value: id, text: `${name}, ${organisationName}` }))
  return {
    title: 'Who supervises whom',
    lead: 'A supervisor reads the families that the worker leads, and each reading is recorded. They write nothing in them but what the two decide.',
    breadcrumbs: [families, home, agencyPage],
    cancel: supervisionPaths.agency(),
    groups: [
      {
        fields: [
          { kind: 'select', name: 'supervisor', label: 'Who supervises?', options },
          { kind: 'select', name: 'worker', label: 'Whom?', options },
          { kind: 'day', name: 'startsOn', label: 'From which day on?' },
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('startsOn', visit.today),
  }
}

/** The form by which a supervision ends. */
export const endSupervisingShape = ({ visit }: AskedCasework, tie: Supervising): FormShape => ({
  title: 'End a supervision',
  caption: `${tie.workerName} by ${tie.supervisorName}, ${tie.organisationName}`,
  breadcrumbs: [families, home, agencyPage],
  cancel: supervisionPaths.agency(),
  warning:
    'From that day the supervisor reads nothing of the families that the practitioner leads. What was recorded of sessions stays with the two.',
  groups: [{ fields: [{ kind: 'day', name: 'endsOn', label: 'First day without it' }] }],
  submit: 'End it',
  look: 'warning',
  first: dayValues('endsOn', visit.today),
  version: tie.version,
})

/** The form by which an agency sets its standard. */
export async function standardShape({ reader, visit, ties }: AskedCasework, standards: readonly SupervisionStandard[]): Promise<FormShape> {
  const agencies = (await listChoices(reader, 'agency')).filter(
    ({ id }) => ties.relations.has('administrator') || ties.ledAgencies.includes(id),
  )
  const [only] = agencies.length === 1 ? agencies : []
  const latest = standards.find(({ organisation }) => organisation === only?.id)
  const courses = await listCourses(reader)
  return {
    title: 'Set a standard of supervision',
    lead: 'It holds for one agency from the day you choose, signed with your name. What held before stays as it was.',
    breadcrumbs: [families, home, agencyPage],
    cancel: supervisionPaths.agency(),
    groups: [
      {
        fields: [
          { kind: 'select', name: 'organisation', label: 'For which agency?', options: named(agencies) },
          {
            kind: 'number',
            name: 'everyDays',
            label: 'Within how many days of the last session is the next one held?',
            hint: 'Four weeks are 28. From 7 to 366',
          },
          { kind: 'number', name: 'soonDays', label: 'How many days before is it shown as due soon?', hint: 'From 0 to 60' },
          {
            kind: 'number',
            name: 'monthsInPost',
            label: 'How many months in post in the agency has somebody who supervises?',
            hint: '0 where anybody may. Up to 120',
          },
          {
            kind: 'select',
            name: 'course',
            label: 'Which course has somebody attended who supervises?',
            none: 'None is asked for',
            options: named(courses),
          },
          { kind: 'boxes', name: 'mustHold', label: 'What does every record hold?', options: optionsOf(supervisionPartWords) },
          { kind: 'day', name: 'startsOn', label: 'From which day on?', hint: 'Today or later' },
          { kind: 'line', name: 'source', label: 'Who decided it, and where does it stand?' },
        ],
      },
    ],
    submit: 'Set and sign',
    first: {
      ...dayValues('startsOn', visit.today),
      ...(only && { organisation: only.id }),
      ...(latest && {
        everyDays: String(latest.everyDays),
        soonDays: String(latest.soonDays),
        monthsInPost: String(latest.monthsInPost),
        mustHold: [...latest.mustHold],
      }),
    },
  }
}

const recordGroups = (worker: string, named: readonly FamilyLine[], hint: string): readonly FieldGroup[] => [
  { fields: [{ kind: 'day', name: 'heldOn', label: 'On which day did you meet?' }] },
  {
    heading: 'Families',
    fields: [
      {
        ...{
          kind: 'boxes',
          name: 'families',
          label: named.length === 0 ? `${worker} leads no family now` : 'Which families did you talk about?',
        },
        hint,
        options: named.map(({ id, label, reference }) => ({ value: id, text: label, hint: reference })),
      },
    ],
  },
  {
    heading: 'The practitioner',
    fields: [
      { kind: 'lines', name: 'workload', label: 'The amount of work', hint: 'Name no family here' },
      { kind: 'lines', name: 'wellbeing', label: 'How they are', hint: 'Only what they agree to have written down' },
      { kind: 'lines', name: 'development', label: 'Learning and development' },
    ],
  },
]

/** The form by which a session is recorded; what the agency asks for is said above. */
export function sessionRecordShape(
  { visit }: AskedCasework,
  about: { readonly tie: Supervising; readonly led: readonly FamilyLine[]; readonly standard: SupervisionStandard | undefined },
): FormShape {
  const { tie, led, standard } = about
  const asked = standard?.mustHold.map((part) => supervisionPartWords[part].toLowerCase()) ?? []
  return {
    title: 'Record a session of supervision',
    caption: `${tie.workerName}, ${tie.organisationName}`,
    lead:
      asked.length === 0
        ? 'The two of you alone read it.'
        : `The two of you alone read it. Your agency’s standard asks for: ${asked.join('; ')}.`,
    breadcrumbs: [families, home],
    cancel: supervisionPaths.home(),
    groups: [
      ...recordGroups(tie.workerName, led, 'What was decided you write next, into the family’s own record'),
      { heading: 'What is to be done, apart from families', fields: actionFields(tie.workerName) },
    ],
    submit: 'Record the session',
    first: dayValues('heldOn', visit.today),
  }
}

/** The form by which a session that was recorded wrongly is corrected: as it stands, to be written anew, with the reason. */
export function correctSessionShape(session: SessionHeld, record: SessionRecord, led: readonly FamilyLine[]): FormShape {
  const named = [...led, ...record.families.filter(({ id }) => !led.some((one) => one.id === id))]
  const hidden = record.discussed.length - record.families.length
  const action = record.actions.find(({ doneOn }) => doneOn === null)
  return {
    ...sessionForm(session),
    title: 'Correct the record of a session',
    lead: 'A new version takes the place of this one. The two of you go on reading the earlier one, with what either added. Decisions that stand in a family’s record stay there: correct them on that family’s page of supervision.',
    groups: [
      { fields: [{ kind: 'lines', name: 'because', label: 'What was wrong, and how was it found?', hint: 'Name no family here' }] },
      ...recordGroups(
        session.workerName,
        named,
        hidden === 0 ? 'As you talked about them' : `Besides ${hidden === 1 ? 'one' : hidden} not open to you any more, which stays named`,
      ),
      { heading: 'What is to be done, apart from families', fields: actionFields(session.workerName) },
    ],
    submit: 'Record the correction',
    version: session.number,
    first: {
      ...dayValues('heldOn', session.heldOn),
      families: record.families.map(({ id }) => id),
      ...Object.fromEntries(record.notes.filter(({ kind }) => kind !== 'remark').map(({ kind, words }) => [kind, words])),
      ...(action && actionValues(session, action)),
    },
  }
}

const actionValues = (by: { readonly supervisor: string }, one: Pick<SessionRecord['actions'][number], 'words' | 'owner' | 'dueOn'>) => ({
  ...{ action: one.words, owner: one.owner === by.supervisor ? 'supervisor' : 'worker', ...dayValues('dueOn', one.dueOn) },
})

/** The form by which whoever wrote a decision into a family’s record corrects it there. */
export function correctDecisionShape(family: FamilyLine, decided: Decided): FormShape {
  const { words, action, owner, dueOn, doneOn } = decided
  return {
    ...familyForm({ family }),
    cancel: supervisionPaths.family(family.id),
    title: 'Correct what was decided',
    lead: 'It is corrected in the family’s record, with your name and the reason. What it says now stays there, marked, and is given to the family when they ask.',
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'because', label: 'What was wrong, and how was it found?' },
          { kind: 'text', name: 'words', label: 'What was decided, and why?', rows: 8 },
        ],
      },
      ...(doneOn ? [] : [{ heading: 'What follows', fields: actionFields('The practitioner') }]),
    ],
    submit: 'Correct it',
    version: decided.number,
    first: {
      words,
      ...(owner !== null && dueOn !== null && !doneOn && actionValues({ supervisor: decided.enteredBy }, { words: action, owner, dueOn })),
    },
  }
}

/** The form by which what was decided of a family is written into its record. */
export const decideShape = (session: SessionHeld, family: FamilyLine): FormShape => ({
  ...sessionForm(session),
  ...familyForm({ family }),
  cancel: supervisionPaths.session(session.id),
  title: 'What was decided of this family',
  lead: 'It goes into the family’s record with your name, is read by whoever reads the plan, and is given to the family when they ask. Write nothing about the practitioner here.',
  groups: [
    { fields: [{ kind: 'text', name: 'words', label: 'What was decided, and why?', rows: 8 }] },
    { heading: 'What follows', fields: actionFields(session.workerName) },
  ],
  ...{ submit: 'Write it into the record', first: {} },
})

/** The form by which days away are recorded: one’s own, and of those one may ask about. */
export async function absenceShape({ reader, visit, ties }: AskedCasework, workers: readonly Supervising[]): Promise<FormShape> {
  const options = (await findPosts(reader, visit.today))
    .filter(
      ({ person, organisation }) =>
        person === ties.person ||
        ties.ledAgencies.includes(organisation) ||
        workers.some((one) => one.worker === person && one.organisation === organisation),
    )
    .map(({ id, name, organisationName }) => ({ value: id, text: `${name}, ${organisationName}` }))
  return {
    title: 'Somebody is away',
    lead: 'Days alone: why somebody is away is not written here. The clock of supervision stands meanwhile.',
    breadcrumbs: [families, home],
    cancel: supervisionPaths.home(),
    groups: [
      {
        fields: [
          { kind: 'select', name: 'who', label: 'Who?', options },
          { kind: 'day', name: 'startsOn', label: 'First day away' },
          { kind: 'day', name: 'endsOn', label: 'First day back', hint: 'Leave empty if nobody knows yet' },
        ],
      },
    ],
    submit: 'Record',
    first: { ...dayValues('startsOn', visit.today), ...(options.length === 1 && options[0] ? { who: options[0].value } : {}) },
  }
}
/** The form by which the first day back is said. */
export const backShape = ({ visit }: AskedCasework, absence: AbsenceLine): FormShape => ({
  title: 'The first day back',
  caption: `${absence.name}, away from ${dayInWords(absence.startsOn)}`,
  breadcrumbs: [families, home],
  cancel: supervisionPaths.home(),
  groups: [{ fields: [{ kind: 'day', name: 'endsOn', label: 'First day back' }] }],
  submit: 'Record',
  first: dayValues('endsOn', absence.endsOn ?? visit.today),
  version: absence.version,
})
