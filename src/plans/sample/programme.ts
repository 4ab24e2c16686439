import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { deliveryColours } from './childrens-plan.ts'
import { type SamplePeople, type SamplePlan, type SamplePriority, writePlan } from './write-plan.ts'

const board = 'women-and-childrens-delivery-board'

/** The programme of today: family hubs in six towns, in workstreams with phases and milestones (P2). */
function familyHubs(today: Temporal.PlainDate): SamplePlan {
  const begins = today.with({ day: 1 }).subtract({ months: 14 })
  return {
    ...{ body: board, type: 'programme', reference: 'FHP', title: 'Family hubs programme' },
    summary:
      'Six family hubs in two years: a place in each locality where families find health visitors, advice and other parents under one roof. It delivers the first priority of the children and young people’s plan.',
    ...{ startsOn: begins.toString(), endsOn: begins.add({ years: 2 }).toString(), reviewMonths: 1 },
    ...{ state: 'published', sight: 'public', publishedOn: begins.add({ days: 20 }).toString(), colours: deliveryColours },
    priorities,
  }
}

const priorities: readonly SamplePriority[] = [
  {
    reference: 'W1',
    title: 'Buildings',
    text: 'Project: six buildings that are open, warm and reached without a car.',
    accountable: board,
    leads: ['delaney'],
    sponsors: ['eze'],
    outcomes: [
      {
        reference: 'W1.1',
        title: 'Find and lease',
        when: -4,
        details: { measure: 'Six leases are signed' },
        actions: [
          {
            ...{ reference: 'W1.1.1', title: 'Choose six buildings with the parents’ forum', leads: ['delaney'], when: -9, state: 'done' },
            ...{ doneOn: 290, said: [[290, 'Parents walked to all eleven and chose six.', 'completion']] },
          },
          {
            ...{ reference: 'W1.1.2', title: 'Sign the lease in Kelbrook', leads: ['delaney'], when: -2, state: 'started' },
            said: [
              [70, 'The owner asks for a longer term.'],
              [20, 'The lift fails its inspection. An exception report is with the board.'],
            ],
          },
        ],
      },
      {
        reference: 'W1.2',
        title: 'Fit out and open',
        when: 6,
        details: { measure: 'Every hub has opened its doors' },
        actions: [
          {
            ...{ reference: 'W1.2.1', title: 'Open the hub in Fenmarsh', leads: ['castle'], when: -1, state: 'done', doneOn: 41 },
            said: [[41, 'Opened with 140 families on the first day.', 'completion']],
          },
          {
            reference: 'W1.2.2',
            title: 'Open the hub in Millingford',
            leads: ['castle'],
            when: 2,
            state: 'started',
            said: [[12, 'Rooms are painted. The kitchen comes in a fortnight.']],
          },
          { reference: 'W1.2.3', title: 'Open the hub in Kelbrook', leads: ['castle'], when: 5 },
        ],
      },
    ],
  },
  {
    reference: 'W2',
    title: 'One team',
    text: 'Project: health visitors, advisers and volunteers who work from one list and one record of consent.',
    accountable: board,
    leads: ['adeyemi'],
    sponsors: ['eze'],
    outcomes: [
      {
        reference: 'W2.1',
        title: 'Agree who does what',
        when: -3,
        details: { measure: 'One page, signed by all agencies' },
        actions: [
          {
            ...{
              reference: 'W2.1.1',
              title: 'One way in for every family, by telephone or at the door',
              leads: ['adeyemi'],
              when: -3,
              state: 'done',
            },
            ...{ doneOn: 88, said: [[88, 'One number since the summer; calls are answered in two minutes.', 'completion']] },
          },
          {
            reference: 'W2.1.2',
            title: 'A form of consent that parents helped to write',
            leads: ['rahman'],
            when: 1,
            state: 'started',
            said: [[15, 'The second draft is with the parents’ forum.']],
          },
        ],
      },
      {
        reference: 'W2.2',
        title: 'Work as one team',
        when: 7,
        details: { measure: 'Families tell their story once' },
        actions: [
          {
            reference: 'W2.2.1',
            title: 'Train 120 people together',
            leads: ['rahman', 'castle'],
            when: 4,
            state: 'started',
            said: [[30, 'Forty-six have been trained.']],
          },
          {
            reference: 'W2.2.2',
            title: 'Ask families after their third visit how often they told their story',
            leads: ['adeyinka'],
            when: 7,
          },
        ],
      },
    ],
  },
  {
    reference: 'W3',
    title: 'What changes for families',
    text: 'Project: evaluation from the first day, by a method that was agreed before.',
    accountable: board,
    leads: ['marsh'],
    sponsors: ['eze'],
    outcomes: [
      {
        reference: 'W3.1',
        title: 'Evaluation',
        when: 9,
        details: { measure: 'A report that says what worked, for whom, and what it cost' },
        actions: [
          {
            ...{
              reference: 'W3.1.1',
              title: 'Agree method and measures with the university',
              leads: ['marsh'],
              when: -10,
              state: 'done',
              doneOn: 320,
            },
            said: [[320, 'Families with a hub are compared with those who wait for one.', 'completion']],
          },
          { reference: 'W3.1.2', title: 'First report to the board and to families', leads: ['marsh'], when: 3 },
        ],
      },
    ],
  },
]

/** Writes the programme, and the exception report of the milestone that slipped. */
export async function writeProgramme(tx: Writer, ground: SamplePeople): Promise<void> {
  const { plan, version } = await writePlan(tx, ground, familyHubs(ground.today))
  const late = await tx
    .selectFrom('plans.action_text')
    .select(['action', 'priority', 'body'])
    .where('version', '=', version)
    .where('reference', '=', 'W1.1.2')
    .executeTakeFirstOrThrow()
  const lead = ground.people.get('delaney')
  await tx
    .insertInto('plans.exception_report')
    .values({
      ...{ ...late, id: newId(), plan, title: 'The hub in Kelbrook has no lease' },
      off_track: 'The lease was to be signed two months ago. The hub was to open in the spring.',
      why: 'The lift failed its inspection, and the owner will not pay for a new one.',
      impact: 'Families in Kelbrook go on travelling to Fenmarsh: 40 minutes with a pushchair.',
      proposed: 'Open on the ground floor alone, and put the money for the first floor into the lift next year.',
      asked: 'That the hub in Kelbrook open on the ground floor in May, with a lift to follow.',
      ...{
        raised_on: ground.today.subtract({ days: 20 }),
        raised_by: lead ?? null,
        name: (lead && ground.names.get(lead)) ?? 'The lead officer',
      },
    })
    .execute()
}
