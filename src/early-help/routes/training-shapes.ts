import { NotFound } from '#platform/refusals.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FieldGroup, FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { trainingCrumbs } from '../pages/training-parts.tsx'
import { trainingPaths } from '../paths.ts'
import { listChoices } from '../queries/names.ts'
import { findPosts } from '../queries/posts.ts'
import { type BookingLine, findFramework, listSchedules, listTrainingRules, type SessionLine } from '../queries/training.ts'
import { courseKindWords, trainedRoleWords, usedWords } from '../words/training.ts'
import type { AskedCasework } from './gates.ts'
import { named } from './shapes.ts'

const framework = { text: 'Competencies and mandatory courses', href: trainingPaths.framework() }
const atFramework = { breadcrumbs: [...trainingCrumbs, framework], cancel: trainingPaths.framework() }

/** The form by which a course is entered. */
export async function courseShape({ reader, visit }: AskedCasework, id?: string): Promise<FormShape> {
  const { competencies, courses, ties } = await findFramework(reader, visit.today)
  const its = courses.find((one) => one.id === id)
  if (id !== undefined && !its) throw new NotFound('No such course.')
  return {
    ...atFramework,
    title: its ? 'Change this course' : 'Add a course',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'Name' },
          { kind: 'radios', name: 'kind', label: 'Of what kind is it?', options: optionsOf(courseKindWords) },
          { kind: 'lines', name: 'summary', label: 'What is it about, and for whom?' },
          ...(competencies.length === 0
            ? []
            : [{ kind: 'boxes' as const, name: 'competencies', label: 'Which competencies does it teach?', options: named(competencies) }]),
        ],
      },
    ],
    submit: its ? 'Save' : 'Add',
    first: its
      ? {
          ...{ name: its.name, kind: its.kind, summary: its.summary },
          competencies: ties.filter(({ course }) => course === its.id).map(({ competency }) => competency),
        }
      : { kind: 'training' },
    ...(its && { version: its.version }),
  }
}

/** The form by which a competency is entered. */
export async function competencyShape({ reader, visit }: AskedCasework, id?: string): Promise<FormShape> {
  const { competencies } = await findFramework(reader, visit.today)
  const its = competencies.find((one) => one.id === id)
  if (id !== undefined && !its) throw new NotFound('No such competency.')
  const fields: FieldGroup['fields'] = [
    { kind: 'line', name: 'name', label: 'Name' },
    { kind: 'lines', name: 'words', label: 'What can somebody do who has it?' },
  ]
  if (!its) return { ...atFramework, title: 'Add a competency', groups: [{ fields }], submit: 'Add', first: {} }
  const first = { name: its.name, words: its.words }
  return { ...atFramework, title: 'Change this competency', groups: [{ fields }], submit: 'Save', first, version: its.version }
}

/** The form by which a course is made mandatory. */
export async function mandatoryShape({ reader, visit }: AskedCasework): Promise<FormShape> {
  const { courses } = await findFramework(reader, visit.today)
  return {
    ...atFramework,
    title: 'Make a course mandatory',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'course', label: 'Which course?', options: named(courses) },
          { kind: 'radios', name: 'role', label: 'For whom?', options: optionsOf(trainedRoleWords) },
          { kind: 'number', name: 'refreshMonths', label: 'Again after how many months?', hint: 'Leave empty where once is enough' },
          { kind: 'line', name: 'source', label: 'Who decided it, or where does it stand?' },
          { kind: 'day', name: 'startsOn', label: 'From which day?' },
        ],
      },
    ],
    submit: 'Make mandatory',
    first: dayValues('startsOn', visit.today),
  }
}

/** The form by which a course stops to be mandatory. @throws NotFound where it has an end already */
export async function endMandatoryShape({ reader, visit, part }: AskedCasework): Promise<FormShape> {
  const { mandatory, courses } = await findFramework(reader, visit.today)
  const its = mandatory.find(({ id, endsOn }) => id === part('mandatory') && endsOn === null)
  if (!its) throw new NotFound('No such mandatory course.')
  return {
    ...atFramework,
    title: 'End that a course is mandatory',
    caption: `${courses.find(({ id }) => id === its.course)?.name ?? ''}: ${trainedRoleWords[its.role as keyof typeof trainedRoleWords]}`,
    lead: 'The days that are over stay as they were. To change for whom it is or after how long again: end it here, then make it mandatory anew.',
    groups: [
      {
        fields: [
          { kind: 'day', name: 'endsOn', label: 'From which day is it not mandatory any more?', hint: 'Today or later' },
          { kind: 'line', name: 'source', label: 'Who decided it, or where does it stand?' },
        ],
      },
    ],
    submit: 'End it',
    first: dayValues('endsOn', visit.today),
  }
}

/** The form by which it is set what holds for training from a day on. */
export async function trainingRuleShape({ reader, visit }: AskedCasework): Promise<FormShape> {
  const [latest] = await listTrainingRules(reader)
  return {
    ...atFramework,
    title: 'What is decided for training',
    lead: 'It holds from the day you choose, and stands beside the mandatory courses with your name.',
    groups: [
      {
        fields: [
          { kind: 'number', name: 'offerHours', label: 'For how many hours is an offered place kept?', hint: 'From 1 to 720' },
          {
            kind: 'number',
            name: 'smallestGroup',
            label: 'Of how many people at least is shown what a course changed?',
            hint: 'From 3 to 20',
          },
          { kind: 'number', name: 'laterMonths', label: 'After how many months is asked whether it was used?', hint: 'From 1 to 24' },
          { kind: 'day', name: 'startsOn', label: 'From which day on?', hint: 'Today or later' },
          { kind: 'line', name: 'source', label: 'Who decided it, and when?' },
        ],
      },
    ],
    submit: 'Set and sign',
    first: {
      ...dayValues('startsOn', visit.today),
      ...(latest && {
        offerHours: String(latest.offerHours),
        smallestGroup: String(latest.smallestGroup),
        laterMonths: String(latest.laterMonths),
      }),
    },
  }
}

/** The form by which a need is recorded. */
export async function needShape({ reader, visit }: AskedCasework): Promise<FormShape> {
  const { courses, competencies } = await findFramework(reader, visit.today)
  return {
    ...atFramework,
    title: 'Record a training need',
    lead: 'What an agency lacks, and how that is known. Write nothing of a family here.',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'organisation', label: 'Which agency?', options: named(await listChoices(reader, 'agency')) },
          { kind: 'select', name: 'competency', label: 'Which competency is lacking?', options: named(competencies) },
          { kind: 'number', name: 'people', label: 'How many people need it?' },
          { kind: 'lines', name: 'evidence', label: 'How is it known?' },
          { kind: 'day', name: 'foundOn', label: 'On which day was it found?' },
          { kind: 'select', name: 'course', label: 'Which course answers it?', none: 'None yet', options: named(courses) },
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('foundOn', visit.today),
  }
}

/** The form by which a schedule is begun. */
export function scheduleShape(): FormShape {
  const fields: FieldGroup['fields'] = [
    { kind: 'line', name: 'name', label: 'What is it called?' },
    { kind: 'line', name: 'source', label: 'Where does it come from?', hint: 'Leave empty if it is yours' },
  ]
  return {
    ...{ title: 'Begin a schedule', lead: 'It is a draft until it is agreed. Nobody books on a draft.', breadcrumbs: trainingCrumbs },
    ...{ groups: [{ fields }], submit: 'Begin', first: {}, cancel: trainingPaths.home() },
  }
}

const sessionFields: FieldGroup['fields'] = [
  { kind: 'line', name: 'district', label: 'District' },
  { kind: 'line', name: 'venue', label: 'Place', hint: 'Leave empty if there is none yet' },
  { kind: 'day', name: 'heldOn', label: 'Day', hint: 'Leave empty if there is none yet' },
  { kind: 'short', name: 'startsAt', label: 'Starts at', hint: 'For example, 2pm' },
  { kind: 'short', name: 'endsAt', label: 'Ends at', hint: 'Leave empty where it is not fixed' },
  {
    kind: 'number',
    name: 'capacity',
    label: 'For how many people?',
    hint: 'Leave empty if you do not know yet; nobody can book until then',
  },
  { kind: 'line', name: 'administrator', label: 'Who takes bookings?' },
  { kind: 'tick', name: 'isPublic', label: 'Tell everybody, in the directory of services' },
]

/** The form by which a session is planned. */
export async function sessionShape({ reader, visit, part }: AskedCasework): Promise<FormShape | undefined> {
  const schedule = (await listSchedules(reader)).find(({ id }) => id === part('schedule'))
  const { courses } = await findFramework(reader, visit.today)
  return (
    schedule && {
      ...{ title: 'Plan a session', caption: schedule.name },
      breadcrumbs: [...trainingCrumbs, { text: schedule.name, href: trainingPaths.schedule(schedule.id) }],
      groups: [{ fields: [{ kind: 'select', name: 'course', label: 'Which course?', options: named(courses) }, ...sessionFields] }],
      ...{ submit: 'Plan', first: {}, cancel: trainingPaths.schedule(schedule.id) },
    }
  )
}

const atSession = (session: SessionLine) => ({
  caption: session.courseName,
  breadcrumbs: [...trainingCrumbs, { text: session.courseName, href: trainingPaths.session(session.id) }],
  cancel: trainingPaths.session(session.id),
})

/** The form by which a session is changed or cancelled. */
export function changeShape(session: SessionLine): FormShape {
  return {
    ...atSession(session),
    title: 'Change this session',
    groups: [
      { fields: sessionFields },
      { heading: 'Cancel it', look: 'folded', fields: [{ kind: 'lines', name: 'cancelledBecause', label: 'If it is cancelled: why?' }] },
    ],
    submit: 'Save',
    first: {
      ...{ district: session.district, venue: session.venue ?? '', administrator: session.administrator },
      ...(session.heldOn ? dayValues('heldOn', session.heldOn) : {}),
      ...{ startsAt: session.startsAt?.toString().slice(0, 5) ?? '', endsAt: session.endsAt?.toString().slice(0, 5) ?? '' },
      ...{ capacity: session.capacity === null ? '' : String(session.capacity), cancelledBecause: session.cancelledBecause ?? '' },
      ...(session.isPublic ? { isPublic: 'yes' } : {}),
    },
    version: session.version,
  }
}

/** The form by which one books for somebody else. */
export async function bookShape({ reader, visit }: AskedCasework, session: SessionLine): Promise<FormShape> {
  const posts = await findPosts(reader, visit.today)
  const options = posts.map(({ id, name, organisationName }) => ({ value: id, text: `${name}, ${organisationName}` }))
  return {
    ...atSession(session),
    title: 'Book for somebody',
    lead: 'Where every place is taken, they join the waiting list.',
    groups: [{ fields: [{ kind: 'select', name: 'post', label: 'Who?', options }] }],
    submit: 'Book',
    first: {},
  }
}

/** The form by which one marks who came. */
export function attendanceShape(session: SessionLine, bookings: readonly BookingLine[]): FormShape {
  const booked = bookings.filter(({ state }) => state === 'booked')
  return {
    ...atSession(session),
    title: 'Mark who came',
    lead: 'Whoever is not ticked is marked as not having come.',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'boxes', name: 'attended', label: 'Who came?' },
            options: booked.map(({ id, name, organisationName }) => ({ value: id, text: `${name}, ${organisationName}` })),
          },
        ],
      },
    ],
    submit: 'Mark',
    first: { attended: booked.filter(({ attended }) => attended).map(({ id }) => id) },
  }
}

const steps = ['1', '2', '3', '4', '5'].map((value) => ({
  value,
  text: value === '1' ? '1, not at all' : value === '5' ? '5, very' : value,
}))

/** The form by which somebody who came says what it changed; months later it asks whether it was used. */
export function evaluationShape(booking: BookingLine, stage: 'day' | 'later'): FormShape {
  const now = { kind: 'radios' as const, name: 'now', label: 'How sure of yourself are you now?', options: steps }
  return {
    title: 'What did it change?',
    caption: booking.courseName,
    lead: 'Read only together with the answers of others.',
    breadcrumbs: [...trainingCrumbs, { text: booking.courseName, href: trainingPaths.session(booking.session) }],
    groups: [
      {
        fields:
          stage === 'day'
            ? [{ kind: 'radios', name: 'before', label: 'How sure of yourself were you before?', options: steps }, now]
            : [{ kind: 'radios', name: 'used', label: 'Have you used what you learnt?', options: optionsOf(usedWords) }, now],
      },
    ],
    submit: 'Send',
    first: {},
    cancel: trainingPaths.session(booking.session),
  }
}
