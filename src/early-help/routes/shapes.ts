import { dayInWords } from '#platform/time/words.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { closingValue } from '../forms/closing.ts'
import { CHILDREN_ASKED } from '../forms/family.ts'
import { familyPaths } from '../paths.ts'
import { type CaseloadLine, listCaseloads } from '../queries/caseloads.ts'
import { listClosingDocuments } from '../queries/closing.ts'
import { findRenewedAtReview } from '../queries/disagreements.ts'
import { findCoordinators } from '../queries/guard.ts'
import { listChoices } from '../queries/names.ts'
import { findPostedAgencies, findPosts } from '../queries/posts.ts'
import { type AgreementRecord, findAgreements } from '../queries/record.ts'
import { heldOn } from '../rules/dated.ts'
import { closureChoices } from '../rules/episode.ts'
import { loadWords } from '../words/caseload.ts'
import { classWords, entitlementWords, evidenceWords, postRoleWords } from '../words/casework.ts'
import type { AskedCasework, AskedFamily } from './gates.ts'

/** The way to every form of early help. */
export const families = { text: 'Families', href: familyPaths.list() }
/** Where a form of a family stands, and where it leads without saving. */
export const familyForm = ({ family }: Pick<AskedFamily, 'family'>) => ({
  caption: `${family.label}, ${family.reference}`,
  breadcrumbs: [families, { text: family.label, href: familyPaths.family(family.id) }],
  cancel: familyPaths.family(family.id),
})
/** What can be chosen, with its words. */
export const named = (all: readonly { readonly id: string; readonly name: string }[]) =>
  all.map(({ id, name }) => ({ value: id, text: name }))

/** The localities for which help is asked, each that nobody co-ordinates marked as such; and whom one rings about those. */
async function askedAreas({ reader, visit }: AskedCasework) {
  const [localities, coordinators] = [await listChoices(reader, 'locality'), await findCoordinators(reader, undefined, visit.today)]
  const held = new Set(coordinators.map(({ area }) => area))
  const areas = localities.map(({ id, name }) => ({ value: id, text: held.has(id) ? name : `${name} (no co-ordinator today)` }))
  if (localities.every(({ id }) => held.has(id))) return { areas, hint: undefined }
  const others = coordinators.map(({ name, organisationName, areaName }) => `${name}, ${organisationName} (${areaName})`)
  const whom = others.length === 0 ? 'tell your own manager, too' : `talk to a co-ordinator of another locality, too: ${others.join('; ')}`
  return {
    areas,
    hint: `Where there is no co-ordinator today, nobody but you reads the request. Administrators are told that one waits; ${whom}.`,
  }
}

/** The form by which help is asked for. */
export async function askShape(asked: AskedCasework): Promise<FormShape> {
  const { reader, visit, ties } = asked
  const agencies = (await listChoices(reader, 'agency')).filter(({ id }) => ties.agencies.includes(id))
  const others = Array.from({ length: CHILDREN_ASKED - 1 }, (_, index) => index + 2)
  const { areas, hint } = await askedAreas(asked)
  return {
    title: 'Ask for help for a family',
    lead: 'Nobody but you and the co-ordinator of the locality reads this until the family agrees. If a child is in danger now, call 999, and social care.',
    breadcrumbs: [families],
    groups: [
      {
        fields: [
          { kind: 'line', name: 'label', label: 'What is the family called here?', hint: 'A surname, or what they prefer' },
          { kind: 'select', name: 'area', label: 'In which locality do they live?', hint, options: areas },
          { kind: 'select', name: 'agency', label: 'For which agency do you ask?', options: named(agencies) },
          { kind: 'day', name: 'requestedOn', label: 'On which day?' },
        ],
      },
      {
        heading: 'Children',
        fields: childFields(1),
      },
      { heading: 'More children', look: 'folded', fields: others.flatMap(childFields) },
      {
        heading: 'Why',
        fields: [
          { kind: 'text', name: 'why', label: 'What are you worried about, and what goes well?', rows: 10 },
          {
            ...{ kind: 'radios', name: 'told', label: 'Does the family know that you ask?' },
            options: [
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ],
          },
          { kind: 'lines', name: 'notToldBecause', label: 'If not, why?' },
        ],
      },
    ],
    submit: 'Ask for help',
    first: { ...dayValues('requestedOn', visit.today), ...(agencies.length === 1 ? { agency: agencies[0]?.id ?? '' } : {}) },
    cancel: familyPaths.list(),
  }
}

const childFields = (number: number) => [
  { kind: 'line' as const, name: `child${number}`, label: `Name of ${number === 1 ? 'the child' : `child ${number}`}` },
  { kind: 'day' as const, name: `born${number}`, label: 'Born on', hint: 'Leave empty if you do not know' },
]

/**
 * The form by which a family's agreement or refusal is recorded.
 * @param renews - whether it begins from the agreement before: who gave it and what it opened; not that they agree, nor how they were told, which is asked anew
 */
export async function agreementShape(asked: AskedFamily, renews: boolean): Promise<FormShape> {
  const { reader, visit } = asked
  const former = renews ? (await findAgreements(reader, asked.family.id, visit.today)).find(({ isGiven }) => isGiven) : undefined
  const reviewed = former && (await findRenewedAtReview(reader, asked.family.id, former.givenOn))
  const agencies = await listChoices(reader, 'agency')
  const posted = await findPostedAgencies(
    reader,
    agencies.map(({ id }) => id),
    visit.today,
  )
  const boxes = { kind: 'boxes', name: 'agencies' } as const
  const others = agencies.filter(({ id }) => !posted.has(id))
  return {
    ...familyForm(asked),
    title: renews ? 'Renew the agreement' : 'Record what the family agrees to',
    lead: renewalLead,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'verdict', label: 'What did they say?' },
            options: [
              { value: 'yes', text: 'They agree' },
              { value: 'no', text: 'They do not agree' },
            ],
          },
          { kind: 'line', name: 'givenBy', label: 'Who said so?' },
          { kind: 'radios', name: 'entitledBy', label: 'Why can they decide this?', options: optionsOf(entitlementWords) },
          { kind: 'day', name: 'givenOn', label: 'On which day?' },
          { kind: 'lines', name: 'informedHow', label: 'How were they told what this means?' },
          { kind: 'radios', name: 'evidence', label: 'How is it evidenced?', options: optionsOf(evidenceWords) },
        ],
      },
      {
        heading: 'If they agree: who may read what',
        fields: [
          { ...boxes, label: 'Which agencies?', options: named(agencies.filter(({ id }) => posted.has(id))) },
          { kind: 'boxes', name: 'classes', label: 'Which parts of the record?', options: optionsOf(classWords) },
        ],
      },
      {
        heading: 'Agencies where nobody has a post in early help yet',
        look: 'folded',
        fields: [{ ...boxes, id: 'other-agencies', label: 'Which of these as well?', options: named(others) }],
      },
    ],
    submit: 'Record',
    ...(reviewed
      ? { lead: `${renewalLead} At the review of ${dayInWords(reviewed)} the family said that it renews: it counts from that day.` }
      : {}),
    first: { ...dayValues('givenOn', reviewed ?? visit.today), ...(former ? renewedFrom(former) : {}) },
  }
}

const renewalLead =
  'Agreeing is free, and so is refusing: a refusal costs the family nothing, and help can be asked for again. A new agreement takes the place of the one before.'

const renewedFrom = ({ givenBy, entitledBy, given }: AgreementRecord) => ({
  ...{ givenBy, entitledBy },
  agencies: [...new Set(given.map(({ organisation }) => organisation))],
  classes: [...new Set(given.map((one) => one.class))],
})

/** People with a post who can lead or join a team, as options. */
export async function postOptions({ reader, visit }: Pick<AskedFamily, 'reader' | 'visit'>, loads: readonly CaseloadLine[] = []) {
  const loadOf = (person: string, organisation: string): string => {
    const line = loads.find((one) => one.person === person && one.organisation === organisation)
    return line === undefined ? '' : `: ${loadWords('leads', line)}`
  }
  return (await findPosts(reader, visit.today))
    .filter(({ role }) => role !== 'governance' && role !== 'agency-lead')
    .map(({ id, person, organisation, name, organisationName, role }) => ({
      value: id,
      text: `${name}, ${organisationName}${role === 'practitioner' ? '' : ` (${postRoleWords[role as keyof typeof postRoleWords].toLowerCase()})`}${loadOf(person, organisation)}`,
    }))
}

/** The form by which somebody is asked to lead. */
export async function leadShape(asked: AskedFamily): Promise<FormShape> {
  const loads = await listCaseloads(asked.reader, asked.visit.today, asked.family.id)
  return {
    ...familyForm(asked),
    title: 'Ask somebody to lead',
    lead:
      'They lead once they say yes. From that moment whoever asked for help, or led before, reads this record only if they are in the team. ' +
      'The family’s agreement must name the agency of the new lead. How many families each leads stands beside the name.',
    groups: [{ fields: [{ kind: 'select', name: 'post', label: 'Who?', options: await postOptions(asked, loads) }] }],
    submit: 'Ask them',
    first: {},
  }
}

/** The form by which one says yes or no to leading. */
export async function leadAnswerShape(asked: AskedFamily): Promise<FormShape> {
  const own = (await listCaseloads(asked.reader, asked.visit.today)).filter(({ isMine }) => isMine)
  return {
    ...familyForm(asked),
    title: 'Do you lead this family?',
    lead: own.map((line) => `For ${line.organisationName} you ${loadWords('lead', line)}.`).join(' '),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'verdict', label: 'Your answer' },
            options: [
              { value: 'yes', text: 'Yes, I lead from now on' },
              { value: 'no', text: 'No' },
            ],
          },
          { kind: 'lines', name: 'because', label: 'If not, why?', hint: 'So that somebody else can be found' },
        ],
      },
    ],
    submit: 'Answer',
    first: {},
  }
}

/** The form by which somebody joins the team. */
export async function teamShape(asked: AskedFamily): Promise<FormShape> {
  return {
    ...familyForm(asked),
    title: 'Open the family to a colleague',
    lead: 'They read what you choose here, as far as the family agreed to it for their agency, and until the agreement ends.',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'post', label: 'Who?', options: await postOptions(asked) },
          { kind: 'boxes', name: 'classes', label: 'What may they read?', options: optionsOf(classWords) },
        ],
      },
    ],
    submit: 'Bring in',
    first: {},
  }
}

/** The form by which a record is closed. */
export async function closeShape(asked: AskedFamily): Promise<FormShape> {
  const { family, visit, reader } = asked
  const words = heldOn(await listClosingDocuments(reader), visit.today)?.reasons ?? []
  const options = closureChoices(family.agreedOn).flatMap((code) =>
    (words.find(({ reason }) => reason === code)?.names ?? []).map((text, index) => ({ value: closingValue(code, index + 1), text })),
  )
  return {
    ...familyForm(asked),
    title: 'Close this record',
    warning: 'Whoever works with the family by its agreement reads nothing of it any more from this moment.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'reason', label: 'Why?', options },
          { kind: 'day', name: 'closedOn', label: 'On which day?' },
          {
            kind: 'lines',
            name: 'plan',
            label: 'How does it go on for the family?',
            hint: 'The plan of closing: who is there for them, and what they do if it gets hard again',
          },
        ],
      },
      {
        heading: 'What the family says about closing',
        fields: [
          { kind: 'lines', name: 'familyView', label: 'In their words' },
          { kind: 'lines', name: 'noViewBecause', label: 'Or why they were not asked' },
        ],
      },
      {
        heading: 'Whoever asked for help hears what became of it',
        fields: [
          {
            kind: 'lines',
            name: 'forReferrer',
            label: 'What are they told?',
            hint: 'They read these words and nothing else of the record. The mail to them names nobody.',
          },
        ],
      },
    ],
    submit: 'Close',
    look: 'warning',
    first: dayValues('closedOn', visit.today),
  }
}
