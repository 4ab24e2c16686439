import { newId } from '#platform/database/ids.ts'
import { responseDue } from '../rules/recommendation.ts'
import { type SamplePart, type SampleRecommendation, type Scene, writeParts, writeRecommendations } from './ground.ts'

const EXECUTIVE = '018f0126-0000-7000-8000-000000000001'
const TITLE = 'Help that comes early: emotional wellbeing of children aged 8 to 16'

const parts: readonly SamplePart[] = [
  { kind: 'panel', heading: 'Cllr Joan Fairweather', text: 'Chair of the panel' },
  { kind: 'panel', heading: 'Claire Holroyd', text: 'For the schools' },
  { kind: 'panel', heading: 'Siobhan O’Brien', text: 'For the voluntary sector' },
  { kind: 'panel', heading: 'Two members of the Young People’s Action Group', text: 'Named in no paper' },
  {
    kind: 'session',
    heading: 'Commissioners and the provider of counselling',
    daysAgo: 250,
    text: 'Waiting times, thresholds, and what is offered while a child waits.',
  },
  { kind: 'session', heading: 'Nine head teachers', daysAgo: 236, text: 'What schools pay for themselves, and what they cannot find.' },
  {
    kind: 'session',
    heading: 'Young people and parents, in two groups',
    daysAgo: 222,
    text: 'Held in the evening, without names. What helped, and what came too late.',
  },
  {
    kind: 'finding',
    text: 'Half of the children who ask for counselling wait longer than 11 weeks. Nobody tells them how long it will be.',
  },
  { kind: 'finding', text: 'Schools buy counselling from seven providers. No list of them exists, and prices differ by two to one.' },
  { kind: 'finding', text: 'A child who is turned down by one service is rarely passed on to another.' },
  { kind: 'finding', text: 'Young people asked for somebody to talk to in school, and not a telephone number.' },
  {
    kind: 'finding',
    text: 'Training in emotional wellbeing reaches teachers; it does not reach lunchtime and office staff, to whom children turn first.',
  },
  { kind: 'finding', text: 'Parents learn of what there is from other parents.' },
  { kind: 'finding', text: 'The partners count referrals. None of them counts whether a child is better off.' },
  { kind: 'finding', text: 'Children in the two rural districts have one drop-in place between them.' },
  { kind: 'finding', text: 'Boys are a third of those who are helped and half of those who are referred.' },
  { kind: 'finding', text: 'Money for early help is agreed year by year, so that posts stay empty from January to June.' },
  { kind: 'finding', text: 'Two schools train pupils as peer supporters. Both say that it costs little and is used every day.' },
  { kind: 'finding', text: 'No board has looked at this subject as a whole in the last three years.' },
  { kind: 'progress', daysAgo: 95, text: 'The executive took the report and promised its response within two months.' },
  { kind: 'progress', daysAgo: 35, text: 'Eight of ten recommendations are answered. The board asked for the other two.' },
]

const council = 'The Executive'
const recommendations: readonly SampleRecommendation[] = [
  {
    ...{
      reference: 'A',
      text: 'That every child who asks for counselling is told within five working days how long the wait will be.',
      restsOn: [1],
    },
    ...{ to: [council, 'council', 'marsh'], response: ['accept', 62] },
    actions: [['Put the message into the referral system', 'Head of early help', 40, 44, 'Live since then.']],
    notes: [
      [
        'impact',
        'Children and parents are told, and fewer ask again.',
        15,
        'Of 214 referrals in two months 197 were told within five working days; calls to ask fell from 31 to 9 a week',
      ],
    ],
    closed: ['The board saw the figures and is content.', 8],
  },
  {
    ...{ reference: 'B', text: 'That one list of providers of counselling, with prices, is kept for all schools.', restsOn: [2] },
    ...{ to: [council, 'council', 'marsh'], response: ['accept', 62] },
    actions: [['Publish the list and ask schools to add to it', 'Commissioning manager', 30, 33, 'Published.']],
    notes: [['impact', 'Schools use it when they buy.', 12, '41 of 60 schools opened it this term; three changed their provider']],
  },
  {
    ...{
      reference: 'C',
      text: 'That a child who is turned down by one service is offered another by the service that turned them down.',
      restsOn: [3],
    },
    ...{ to: ['Clinical lead for children', 'icb', 'rahman'], response: ['accept', 55] },
    actions: [['Agree the rule with all providers', 'Clinical lead for children', 25, 26, 'Agreed in writing by all seven.']],
  },
  {
    ...{
      reference: 'D',
      text: 'That every secondary school has somebody in the building to whom pupils can talk without an appointment.',
      restsOn: [4, 12],
    },
    ...{ to: ['Chair of the forum', 'schools-forum', 'carver'], response: ['accept', 58] },
    actions: [['Agree with each school who it is', 'Chair of the forum', -90, undefined, '14 of 22 schools have named somebody.']],
  },
  {
    ...{
      reference: 'E',
      text: 'That training is offered to all staff of schools, and first to those to whom children turn.',
      restsOn: [5],
    },
    ...{ to: [council, 'council', 'marsh'], response: ['accept', 62] },
    actions: [['Offer four sessions each term, in the staff room and not away', 'Workforce lead', 14, undefined, 'Two of four were held.']],
  },
  {
    ...{ reference: 'F', text: 'That parents can find everything on offer on one page, in the languages of the county.', restsOn: [6] },
    ...{
      to: [council, 'council', 'marsh'],
      response: ['part', 62, 'The page is accepted. Translation is done on request, because needs change faster than pages.'],
    },
    actions: [['Make the page with parents', 'Family information service', -45]],
  },
  {
    ...{
      reference: 'G',
      text: 'That every provider reports for each child whether they are better off, by one agreed scale.',
      restsOn: [7],
    },
    ...{ to: ['Medical director', 'icb', 'eze'], response: ['accept', 50] },
  },
  {
    ...{ reference: 'H', text: 'That a second and a third drop-in place open in the rural districts within a year.', restsOn: [8] },
    ...{
      to: [council, 'council', 'marsh'],
      response: ['reject', 62, 'There is no money for buildings this year. A bus that visits six villages is tried instead.'],
    },
  },
  {
    ...{ reference: 'I', text: 'That the partners find out with boys why they are helped less often.', restsOn: [9, 11] },
    to: ['Director of Public Health', 'council', 'adeyemi'],
  },
  {
    ...{ reference: 'J', text: 'That money for early help is agreed for three years at a time.', restsOn: [10] },
    to: ['Director of finance', 'icb', 'steadman'],
  },
]

/** The scrutiny review of the sample, with its ten lettered recommendations (S1). */
export async function writeScrutinyReview(scene: Scene, parent: string): Promise<void> {
  const { tx, body, ago, person } = scene
  const review = newId()
  const referredOn = ago(100)
  await tx
    .insertInto('assurance.review')
    .values({
      ...{
        id: review,
        body,
        sight: 'public',
        kind: 'scrutiny',
        title: TITLE,
        about_children: false,
        asked_by: 'The overview and scrutiny committee',
      },
      scope:
        'What is offered to children who are low, anxious or angry, before they need specialist care. Specialist care itself is left out.',
      outcomes_sought: 'Children find help sooner, near where they live, and say that it helped.',
      ...{ announced_on: ago(300), lead: person('haddad'), parent_body: parent, reported_on: ago(120), referred_on: referredOn },
      ...{ referred_to: 'The Executive of the council, and partners by name', response_rule: EXECUTIVE, published_on: ago(118) },
      summary: 'Help exists, but children wait too long for it and nobody can say whether it works. The panel makes ten recommendations.',
    })
    .execute()
  await writeParts(scene, review, parts)
  const due = responseDue(referredOn, { months: 2, days: 0, firstDayCounts: true })
  await writeRecommendations(
    scene,
    { review, kind: 'scrutiny', name: TITLE, sight: 'public', madeAgo: 120, due: [EXECUTIVE, due] },
    recommendations,
  )
}
