import { type AskedBoard, listPeopleWhoSignIn } from '#governance/public-data.ts'
import { listOutcomes } from '#plans/public-data.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { servicePaths } from '../paths.ts'
import { listClientGroups, type Service } from '../queries/commissioned-services.ts'
import { findEntries } from '../queries/directory.ts'
import { provisionWords, statusWords, tierWords } from '../words/commissioned-service.ts'
import { areaOptions, organisationOptions } from './choices.ts'
import type { AskedService } from './gates.ts'

const servicesCrumb = (slug: string) => ({ text: 'Services', href: servicePaths.ofBoard(slug) })
const ofService = ({ body, service }: AskedService) => ({
  caption: service.title,
  breadcrumbs: crumbsOf(body, servicesCrumb(body.slug), { text: service.title, href: servicePaths.service(service.id) }),
  cancel: servicePaths.service(service.id),
})

/** The form of a service: a new one, or one that is changed. */
export async function serviceShape(asked: AskedBoard, service: Service | undefined): Promise<FormShape> {
  const { reader, visit, body } = asked
  const [groups, organisations, areas] = await Promise.all([
    listClientGroups(reader, visit.today),
    organisationOptions(asked),
    areaOptions(asked),
  ])
  return {
    title: service ? 'Change this service' : 'Add a service',
    caption: service?.title ?? body.name,
    lead: service ? undefined : 'Nobody but those who prepare it sees it until you show it.',
    breadcrumbs: crumbsOf(body, servicesCrumb(body.slug)),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?' },
          {
            kind: 'lines',
            name: 'summary',
            label: 'What do people receive?',
            hint: 'In plain words: everybody can read it once you show it',
          },
          {
            ...{ kind: 'select', name: 'clientGroup', label: 'For whom is it?' },
            options: groups.map(({ code, name }) => ({ value: code, text: name })),
          },
          { kind: 'short', name: 'ages', label: 'Of what age?', hint: 'For example: 0 to 4 years. Leave empty for any age' },
          { kind: 'radios', name: 'tier', label: 'How much help is it?', options: optionsOf(tierWords) },
          { kind: 'boxes', name: 'areas', label: 'Where is it offered?', options: areas },
        ],
      },
      {
        heading: 'Who leads and who provides it',
        fields: [
          { kind: 'select', name: 'lead', label: 'Which organisation leads its commissioning?', options: organisations },
          { kind: 'radios', name: 'provision', label: 'Who provides it?', options: optionsOf(provisionWords) },
          { kind: 'select', name: 'runBy', label: 'Which organisation?', none: 'None of these, or not known', options: organisations },
          { kind: 'line', name: 'runByName', label: 'Or its name', hint: 'Where the directory does not have it' },
        ],
      },
    ],
    submit: service ? 'Save' : 'Add',
    first: service ? firstOf(service) : {},
    version: service?.version,
    cancel: service ? servicePaths.service(service.id) : servicePaths.ofBoard(body.slug),
  }
}

const firstOf = (service: Service) => ({
  ...{ title: service.title, summary: service.summary, clientGroup: service.clientGroup, ages: service.ages, tier: service.tier },
  ...{ areas: service.areas.map(({ id }) => id), lead: service.lead, provision: service.provision, runBy: service.runBy ?? '' },
  runByName: service.runBy === undefined ? service.runByName : '',
})

/** The form that says how a service stands from a day on. */
export function statusShape(asked: AskedService): FormShape {
  return {
    ...ofService(asked),
    title: 'Say how this service stands',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'status', label: 'What is it?' },
            options: (['planned', 'live', 'paused', 'ending', 'ended'] as const).map((value) => ({ value, text: statusWords[value].word })),
          },
          { kind: 'day', name: 'startsOn', label: 'From which day?' },
          { kind: 'lines', name: 'because', label: 'Why?', rows: 2 },
        ],
      },
    ],
    submit: 'Save',
    first: dayValues('startsOn', asked.visit.today),
    version: asked.service.version,
  }
}

/** The form that says which outcome a service serves. */
export async function outcomeShape(asked: AskedService): Promise<FormShape> {
  const outcomes = await listOutcomes(asked.reader)
  return {
    ...ofService(asked),
    title: 'Say what this service serves',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'outcome', label: 'Which outcome of a plan does it serve?' },
            options: outcomes.map(({ id, reference, title, planTitle }) => ({
              value: id,
              text: `${reference === '' ? '' : `${reference} `}${title} (${planTitle})`,
            })),
          },
          { kind: 'lines', name: 'why', label: 'Why does it serve that?', rows: 3 },
        ],
      },
    ],
    submit: 'Save',
    first: {},
  }
}

/** The form that shows a service. */
export function showServiceShape(asked: AskedService): FormShape {
  return { ...ofService(asked), ...showParts('Show this service', asked.service.version) }
}

/** What a form that shows a record asks. */
export const showParts = (title: string, version: number) => ({
  title,
  groups: [
    {
      fields: [
        {
          ...({ kind: 'radios', name: 'sight', label: 'Who may see it?' } as const),
          options: [
            { value: 'public', text: 'Everybody' },
            { value: 'members', text: 'The board' },
          ],
        },
      ],
    },
  ],
  submit: 'Show',
  first: { sight: 'public' },
  version,
  warning: 'What is public stays public.',
})

/** The form of how one gets a service: what stands in the directory. */
export async function entryShape(asked: AskedService): Promise<FormShape> {
  const [entries, people] = await Promise.all([findEntries(asked.reader, [asked.service.id]), listPeopleWhoSignIn(asked.reader)])
  const entry = entries.get(asked.service.id)
  return {
    ...ofService(asked),
    title: entry ? 'Change how one gets it' : 'Put it into the directory',
    lead: 'It is in the early help offer once everybody may see the service. Saving says that all of it was found true today.',
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'how', label: 'How does one get it?', hint: 'For example: Just come. Or: ask your school', rows: 3 },
          { kind: 'line', name: 'place', label: 'Where is it?', hint: 'A public place. Leave empty where it comes to people’s homes' },
          { kind: 'line', name: 'opening', label: 'When is it open?' },
          { kind: 'line', name: 'cost', label: 'What does it cost?', hint: 'Write ‘Free’ where it is' },
          { kind: 'line', name: 'telephone', label: 'Telephone' },
          { kind: 'line', name: 'email', label: 'Email address of the service', hint: 'Not of one person' },
          { kind: 'line', name: 'website', label: 'Website' },
        ],
      },
      {
        heading: 'Keeping it true',
        fields: [
          {
            ...{ kind: 'select', name: 'owner', label: 'Who keeps it true?', none: 'Nobody named' },
            options: people.map(({ id, name }) => ({ value: id, text: name })),
          },
          { kind: 'short', name: 'everyMonths', label: 'Checked again after how many months?' },
        ],
      },
    ],
    submit: 'Save and say it is true',
    first: entry
      ? {
          ...{ how: entry.how, place: entry.place, opening: entry.opening, cost: entry.cost, telephone: entry.telephone },
          ...{ email: entry.email, website: entry.website, owner: entry.owner ?? '', everyMonths: String(entry.everyMonths) },
        }
      : { everyMonths: '6' },
  }
}
