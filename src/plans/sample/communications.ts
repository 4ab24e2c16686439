import { listConsultations } from '#meetings/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { addCommunicationItem, callOffCommunicationItem, reportCommunicationItem } from '../commands/communication-items.ts'
import { beginCommunication, showCommunication } from '../commands/communications.ts'
import type { CommunicationInput, CommunicationItemInput } from '../forms/communication.ts'
import type { PlansNeeds } from '../needs.ts'
import { findCommunication, findCommunicationItems } from '../queries/communications.ts'
import { listProcedures } from '../queries/procedures.ts'

function done<Value>(result: Result<Value, FieldProblem>): Value {
  if (!result.ok) throw new Error(`The sample cannot write its communication plans: ${JSON.stringify(result.problems)}`)
  return result.value
}

/** What the communication plans of the sample are written with: who acts, whose board, which of its plans, who owns one. */
export interface CommunicationGround {
  readonly clerk: Doer
  readonly body: string
  readonly plan: string
  readonly owner: string
}

const item = (
  more: Partial<CommunicationItemInput> & Pick<CommunicationItemInput, 'audience' | 'message' | 'channel' | 'plannedOn'>,
): CommunicationItemInput => ({
  ...{ who: undefined, whoPost: undefined, reachOf: undefined, expected: undefined },
  ...more,
})

/** Writes two communication plans through the commands that people use: one for the children's plan, half done, and a draft for a procedure. */
export async function writeCommunications(needs: PlansNeeds, { clerk, body, plan, owner }: CommunicationGround): Promise<void> {
  const { today } = clerk
  const about = { title: 'Telling families about the plan', about: `plan:${plan}`, owner, ownerPost: undefined }
  const aim = 'Every family with a child under 16 has heard once what the plan promises them, and knows whom to ring.'
  const id = done(await beginCommunication(needs, clerk, body, { ...about, aim })).id
  for (const one of tellings(today, owner)) done(await addCommunicationItem(needs, clerk, id, one))
  const { version } = await readAs(needs.db, clerk, (reader) => findCommunication(reader, id))
  done(await showCommunication(needs, clerk, id, { sight: 'public', version }))
  const written = await readAs(needs.db, clerk, (reader) => findCommunicationItems(reader, [id]))
  const of = (audience: string) => written.find((one) => one.audience.startsWith(audience))
  const [schools, radio, bus] = [of('Parents'), of('Young people'), of('Everybody')]
  const came = {
    cameState: 'counted',
    came: 11_240,
    learned: 'Letters in the school bag were read; the link in them was hardly followed. Print the number to ring.',
  } as const
  if (schools)
    done(
      await reportCommunicationItem(needs, clerk, schools.id, {
        ...came,
        doneOn: schools.plannedOn.add({ days: 3 }),
        version: schools.version,
      }),
    )
  const unknown = {
    cameState: 'not-known',
    came: undefined,
    learned: 'The station counts no listeners of single items. Ask for that before, next time.',
  } as const
  if (radio) done(await reportCommunicationItem(needs, clerk, radio.id, { ...unknown, doneOn: radio.plannedOn, version: radio.version }))
  const because = 'The price per week had doubled. The money goes to a second evening in the library.'
  if (bus) done(await callOffCommunicationItem(needs, clerk, bus.id, { because, version: bus.version }))
  await writeDraft(needs, clerk, body)
  await tellOfConsultation(needs, clerk, body)
}

const tellings = (today: Temporal.PlainDate, owner: string): readonly CommunicationItemInput[] => [
  item({
    ...{
      audience: 'Parents of children at school',
      channel: 'Letter in the school bag',
      plannedOn: today.subtract({ days: 40 }),
      expected: 12_000,
      reachOf: 'families',
    },
    ...{
      message: 'Here is what we promised, and here is whom you ring when it is not so.',
      whoPost: 'Communications team of the county council',
    },
  }),
  item({
    ...{
      audience: 'Young people who are out of school',
      channel: 'Local radio, in the evening',
      plannedOn: today.subtract({ days: 25 }),
      expected: 800,
    },
    ...{ message: 'You have a say in this, and a place to say it.', whoPost: 'Youth service' },
  }),
  item({
    ...{
      audience: 'Everybody who takes a bus',
      channel: 'Posters in buses',
      plannedOn: today.subtract({ days: 10 }),
      reachOf: 'posters',
      expected: 60,
    },
    ...{ message: 'One number for every family.', whoPost: 'Communications team of the county council' },
  }),
  item({
    ...{
      audience: 'Health visitors and practice nurses',
      channel: 'Ten minutes in their team meetings',
      plannedOn: today.subtract({ days: 4 }),
      expected: 90,
    },
    ...{ message: 'What families have been told, so that you can answer them.', who: owner },
  }),
  item({
    ...{
      audience: 'Parents who speak little English',
      channel: 'An evening in the library with interpreters',
      plannedOn: today.add({ days: 9 }),
      expected: 60,
    },
    ...{ message: 'What the plan promises, and who speaks your language.', whoPost: 'Parents’ panel' },
  }),
]

async function writeDraft(needs: PlansNeeds, clerk: Doer, body: string): Promise<void> {
  const procedures = await readAs(needs.db, clerk, (reader) => listProcedures(reader, body))
  const procedure = procedures.find(({ title }) => title === 'First contact with a family')
  if (!procedure) return
  const aim = 'Whoever meets a family first knows that the call comes before the letter.'
  const begun = {
    title: 'Bringing the new first contact to the front desks',
    aim,
    about: `procedure:${procedure.id}`,
    owner: undefined,
    ownerPost: 'Policy lead',
  }
  const { id } = done(await beginCommunication(needs, clerk, body, begun))
  const plannedOn = clerk.today.add({ days: 45 })
  const desks = {
    audience: 'Front desks of all agencies',
    message: 'Ring first. Then write.',
    channel: 'One page on the wall',
    plannedOn,
    whoPost: 'Policy lead',
  }
  done(await addCommunicationItem(needs, clerk, id, item({ ...desks, reachOf: 'front desks', expected: 34 })))
}

/** A communication plan that everybody may read, with one thing in it. */
async function tellOf(
  needs: PlansNeeds,
  clerk: Doer,
  body: string,
  head: Pick<CommunicationInput, 'title' | 'aim' | 'about'>,
  one: CommunicationItemInput,
) {
  const { id } = done(await beginCommunication(needs, clerk, body, { ...head, owner: undefined, ownerPost: 'Communications lead' }))
  done(await addCommunicationItem(needs, clerk, id, one))
  const { version } = await readAs(needs.db, clerk, (reader) => findCommunication(reader, id))
  done(await showCommunication(needs, clerk, id, { sight: 'public', version }))
}

async function tellOfConsultation(needs: PlansNeeds, clerk: Doer, body: string): Promise<void> {
  const consultations = await readAs(needs.db, clerk, (reader) => listConsultations(reader, body))
  const consultation = consultations.find(({ title }) => title === 'Safe ways to school')
  if (!consultation) return
  const aim = 'Every child at school has heard of the question while it can still be answered.'
  const assemblies = {
    ...{
      audience: 'Children at school',
      message: 'You know best where it is not safe. Tell us.',
      channel: 'Assembly, with the form in hand',
    },
    ...{ plannedOn: clerk.today.add({ days: 6 }), whoPost: 'Schools', expected: 9000, reachOf: 'children' },
  }
  await tellOf(
    needs,
    clerk,
    body,
    { title: 'Asking about ways to school', aim, about: `consultation:${consultation.id}` },
    item(assemblies),
  )
}

/** Writes who is to hear of the strategy for home care, once commissioning has its sample. */
export async function tellOfStrategy(needs: PlansNeeds, clerk: Doer, body: string): Promise<void> {
  const strategies = await readAs(needs.db, clerk, async (reader) => needs.strategiesOf?.(reader, body, clerk.today))
  const strategy = strategies?.find(({ title }) => title === 'Home care from next year')
  if (!strategy) throw new Error('The sample has no strategy for home care.')
  const aim = 'Nobody who gets help at home hears first from a carer that their provider may change.'
  const letters = {
    ...{ audience: 'People who get help at home', message: 'Your help goes on. Here is what we look at, and by when you hear from us.' },
    ...{ channel: 'Letter in large print', plannedOn: clerk.today.add({ days: 30 }), whoPost: 'Lead commissioner', expected: 2100 },
  }
  await tellOf(needs, clerk, body, { title: 'Telling people who get help at home', aim, about: `strategy:${strategy.id}` }, item(letters))
}
