import { deliveryColours } from './childrens-plan.ts'
import type { SamplePlan, SamplePriority } from './write-plan.ts'

/** The safeguarding business plan of today: five priorities, each with what is to be achieved, done and measured, who leads, by when, and what stands against it. */
export function safeguardingPlan(today: Temporal.PlainDate): SamplePlan {
  const begins = today.subtract({ months: 8 }).with({ day: 1 })
  return {
    ...{
      body: 'northbrook-childrens-partnership',
      type: 'safeguarding-business-plan',
      reference: 'SBP',
      title: 'Safeguarding business plan',
    },
    summary:
      'Five things that the safeguarding partners do together over two years, each with what it is to achieve and how that is measured. It is reviewed every quarter.',
    ...{ startsOn: begins.toString(), endsOn: begins.add({ years: 2 }).toString(), reviewMonths: 3 },
    ...{ state: 'published', sight: 'public', publishedOn: begins.add({ days: 9 }).toString(), colours: deliveryColours },
    priorities,
  }
}

const priorities: readonly SamplePriority[] = [
  {
    reference: 'SB1',
    title: 'Neglect is seen early',
    text: 'Neglect is the reason for more than half of all child protection plans in the county.',
    accountable: 'safeguarding-children-partnership',
    sponsors: ['marsh'],
    outcomes: [
      {
        reference: '1.1',
        title: 'Everybody who meets children can tell the first signs of neglect',
        when: 8,
        details: {
          measure: 'Share of referrals for neglect that name signs by the agreed tool; plans for neglect that last longer than a year',
          risk: 'Training places are lost when schools cannot release staff',
        },
        actions: [
          {
            reference: '1.1.1',
            title: 'Train 540 people in the agreed tool',
            leads: ['pryce'],
            when: 2,
            state: 'started',
            details: { evidence: 'Attendance list of the training' },
            said: [[20, '310 of 540 have been trained.']],
          },
          {
            reference: '1.1.2',
            title: 'Check thirty files in each quarter for how the tool is used',
            leads: ['abrahams', 'haddad'],
            when: 1,
            state: 'started',
            details: { evidence: 'Report of the audit' },
            said: [[12, 'The second round of thirty is with the agencies.']],
          },
        ],
      },
    ],
  },
  {
    reference: 'SB2',
    title: 'Children are safe from exploitation outside the home',
    text: 'Two groups of young people were drawn into carrying drugs between towns last year.',
    accountable: 'safeguarding-children-partnership',
    sponsors: ['webb'],
    outcomes: [
      {
        reference: '2.1',
        title: 'Children at risk are known to all agencies within a day',
        when: 6,
        details: {
          measure: 'Hours between the first alert and the first meeting; children missing three times or more',
          risk: 'The police and health systems do not speak to each other',
        },
        actions: [
          {
            reference: '2.1.1',
            title: 'Daily meeting of police, health, schools and social care',
            leads: ['webb'],
            when: -2,
            state: 'done',
            doneOn: 70,
            details: { evidence: 'Minutes' },
            said: [[70, 'The meeting has been held every working day since it began.', 'completion']],
          },
          {
            reference: '2.1.2',
            title: 'One list of places that young people name as unsafe',
            leads: ['blackwood', 'nowak'],
            when: 0,
          },
        ],
      },
    ],
  },
  {
    reference: 'SB3',
    title: 'Children who live with domestic abuse are helped in their own right',
    text: 'Adults’ services hear of the abuse; nobody may hear of the child.',
    accountable: 'safeguarding-children-partnership',
    sponsors: ['adeyemi'],
    outcomes: [
      {
        reference: '3.1',
        title: 'Every child who lives with domestic abuse is offered help within two weeks',
        when: 10,
        details: {
          measure: 'Children offered help within two weeks; children who say that somebody listened to them',
          risk: 'Specialist places end with their grant',
        },
        actions: [
          {
            reference: '3.1.1',
            title: 'Tell schools before the next school day',
            leads: ['webb', 'carver'],
            when: -1,
            state: 'done',
            doneOn: 50,
            details: { evidence: 'Figures of the police' },
            said: [[50, 'All schools are told by eight in the morning.', 'completion']],
          },
          {
            reference: '3.1.2',
            title: 'Secure the specialist places beyond March',
            leads: ['steadman'],
            when: 3,
            state: 'started',
            said: [[8, 'Two of three partners have agreed their share.']],
          },
        ],
      },
    ],
  },
  {
    reference: 'SB4',
    title: 'Babies are safe',
    text: 'Four babies were seriously hurt in three years.',
    accountable: 'safeguarding-children-partnership',
    sponsors: ['venkat'],
    outcomes: [
      {
        reference: '4.1',
        title: 'Parents of newborn children know how to cope with crying and where to sleep safely',
        when: 5,
        details: {
          measure: 'Families who were told by two professions; admissions of children under one',
          risk: 'Health visitors are stretched in the east of the county',
        },
        actions: [
          {
            reference: '4.1.1',
            title: 'The same words in every maternity ward and at every home visit',
            leads: ['castle', 'venkat'],
            when: 4,
            state: 'started',
            said: [[33, 'Words are agreed and printed.']],
          },
          { reference: '4.1.2', title: 'Fathers are spoken to, too', leads: ['ogden'], when: 6 },
        ],
      },
    ],
  },
  {
    reference: 'SB5',
    title: 'We learn, and can show what changed',
    text: 'Reviews said the same three things twice.',
    accountable: 'safeguarding-children-partnership',
    sponsors: ['clarke'],
    outcomes: [
      {
        reference: '5.1',
        title: 'What reviews taught is practised a year later',
        when: 12,
        details: { measure: 'Recommendations whose effect was shown within a year' },
        actions: [
          {
            reference: '5.1.1',
            title: 'Ask front-line staff in each agency what they know of the last two reviews',
            leads: ['abrahams'],
            when: 2,
            state: 'started',
            said: [[5, 'The questions are agreed.']],
          },
          { reference: '5.1.2', title: 'Bring the effect of each recommendation to the board' },
        ],
      },
    ],
  },
]
