import type { SamplePlan, SamplePriority } from './write-plan.ts'

/** The colours of the plans of today. */
export const deliveryColours: SamplePlan['colours'] = [
  ['action', 'red', 'Will not be done in time without a decision of the board'],
  ['action', 'amber', 'Late or at risk, and its lead has a way to put it right'],
  ['action', 'green', 'Done, or on course to be done in time'],
]

/** The children and young people's plan of today, with the five outcomes that children's trusts were asked to serve. */
export function childrensPlan(today: Temporal.PlainDate): SamplePlan {
  const begins = today.with({ month: 4, day: 1 }).subtract({ years: 1 })
  return {
    body: 'northbrook-childrens-partnership',
    type: 'childrens-plan',
    reference: 'CYPP',
    title: 'Northbrook children and young people’s plan',
    summary:
      'What the agencies of Northbrook promise children, young people and their families for three years, and how they will know whether it made a difference.',
    startsOn: begins.toString(),
    endsOn: begins.add({ years: 3 }).toString(),
    reviewMonths: 3,
    state: 'published',
    sight: 'public',
    publishedOn: begins.toString(),
    colours: deliveryColours,
    priorities,
  }
}

const priorities: readonly SamplePriority[] = [
  {
    reference: '1',
    title: 'A healthy start',
    text: 'Two in five families said that help came too late in their child’s first two years.',
    accountable: 'women-and-childrens-delivery-board',
    leads: ['adeyemi'],
    sponsors: ['eze'],
    outcomes: [
      {
        reference: '1.1',
        title: 'Children are healthy',
        text: 'Children are born well, grow well, and know whom to turn to when they feel low.',
        details: {
          measure: 'Children whose review at two to two and a half years is done in time; waiting time for help with mental health',
        },
        actions: [
          {
            reference: '1.1.1',
            title: 'Offer every family a visit in the first two weeks',
            leads: ['castle'],
            when: 5,
            state: 'started',
            said: [[30, 'Four of six localities offer it. The other two begin with the new staff.']],
          },
          {
            reference: '1.1.2',
            title: 'Open mental health support teams in twelve more schools',
            leads: ['rahman', 'adeyinka'],
            when: -1,
            state: 'started',
            said: [[45, 'Nine schools have a team. Three wait for trained staff.']],
          },
        ],
      },
    ],
  },
  {
    reference: '2',
    title: 'Safe at home and outside',
    text: 'Young people named three places in the county where they do not feel safe.',
    accountable: 'safeguarding-children-partnership',
    leads: ['webb'],
    sponsors: ['marsh'],
    outcomes: [
      {
        reference: '2.1',
        title: 'Children stay safe',
        text: 'Children are safe from neglect, violence and exploitation, at home, in public and online.',
        details: { measure: 'Children who come back to a child protection plan; young people who say that they feel safe' },
        actions: [
          {
            reference: '2.1.1',
            title: 'Agree one way of telling neglect early, and train everybody who meets children in it',
            leads: ['pryce'],
            when: 2,
            state: 'started',
            said: [[20, 'The tool is agreed. 310 of 540 people have been trained.']],
          },
          {
            reference: '2.1.2',
            title: 'Make the three places safer that young people named',
            leads: ['webb', 'nowak'],
            when: 8,
          },
        ],
      },
    ],
  },
  {
    reference: '3',
    title: 'Learning without gaps',
    text: 'Children who are absent often in their first year of secondary school rarely catch up.',
    accountable: 'northbrook-childrens-partnership',
    leads: ['carver'],
    sponsors: ['akhtar'],
    outcomes: [
      {
        reference: '3.1',
        title: 'Children enjoy and achieve',
        text: 'Children go to school gladly, and the gap between those who have least and the others closes.',
        details: { measure: 'Absence of children who get free school meals; children ready for school at five' },
        actions: [
          {
            reference: '3.1.1',
            title: 'Agree with every secondary school how first signs of absence are answered',
            leads: ['holroyd'],
            when: 1,
            state: 'started',
            said: [[15, 'Seventeen of twenty-two schools have agreed.']],
          },
          {
            reference: '3.1.2',
            title: 'Reading places in the four wards with the fewest books at home',
            leads: ['bevan'],
            when: -4,
            state: 'done',
            doneOn: 130,
            said: [
              [130, 'All four are open.', 'completion'],
              [25, 'Teachers of the nearby schools say that more children bring books of their own.', 'impact'],
            ],
          },
        ],
      },
    ],
  },
  {
    reference: '4',
    title: 'Heard and taken seriously',
    accountable: 'northbrook-childrens-partnership',
    leads: ['sutton'],
    outcomes: [
      {
        reference: '4.1',
        title: 'Young people make a positive contribution',
        text: 'Young people take part in what is decided about them, and see what came of it.',
        details: {},
        actions: [
          {
            reference: '4.1.1',
            title: 'Answer every question of the youth assembly within a month',
            leads: ['siddiqui'],
            when: 'Every month',
            state: 'started',
          },
          { reference: '4.1.2', title: 'Give young people two seats in the commissioning of services for them', when: 4 },
        ],
      },
    ],
  },
  {
    reference: '5',
    title: 'A fair chance in working life',
    accountable: 'northbrook-childrens-partnership',
    leads: ['whitaker'],
    sponsors: ['farnham'],
    outcomes: [
      {
        reference: '5.1',
        title: 'Families and young people are economically well',
        text: 'Young people find their way into work or further learning; families can afford what children need.',
        details: { measure: 'Young people of 16 and 17 not in education, employment or training' },
        actions: [
          {
            reference: '5.1.1',
            title: 'A named adviser for every young person who leaves care',
            leads: ['pryce'],
            when: 7,
            state: 'started',
            said: [[40, 'Half of them have one.']],
          },
          { reference: '5.1.2', title: 'Fifty supported places to learn a trade', leads: ['dacosta', 'grantham'] },
        ],
      },
    ],
  },
]
