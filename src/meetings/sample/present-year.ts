import type { ItemPurpose } from '../rules/agenda.ts'
import type { DecisionType } from '../rules/decision.ts'
import type { BudgetFact } from '../rules/report.ts'

/** A paper of the sample as its author wrote it. */
export interface SamplePaper {
  readonly summary: string
  readonly body: string
  /** Letters are added by the pack: one recommendation a line. */
  readonly recommendations: string
  readonly financial?: string
  /** Answers to what the board asks of papers, in the order of its questions. */
  readonly answers?: readonly string[]
  /** What an item that commits money needs. */
  readonly budget?: Readonly<Record<BudgetFact, string>>
}

/** What was decided on an item, and what somebody then has to do. */
export interface SampleOutcome {
  readonly text: string
  readonly type: DecisionType
  /** Key of the function of the terms that was used. */
  readonly functionKey?: string
  /** At a joint meeting: the board whose meeting it is decides alone. */
  readonly ownBoard?: boolean
  readonly discussion: string
  readonly action?: {
    readonly text: string
    readonly lead: string /** Spoken as people write it, from the day of the meeting. */
    readonly due: 'end of next month' | 'next meeting'
    readonly done?: boolean
  }
}

/** An item of the sample's present-day meetings. */
export interface SampleItem {
  readonly title: string
  readonly purpose: ItemPurpose
  readonly presenter: string
  readonly paper?: SamplePaper
  /** In Part 2: what the public reads, and why. */
  readonly exempt?: {
    readonly publicTitle: string
    readonly paragraph: string
    readonly interestFor: string
    readonly publicInterest: string
    readonly publicConclusion: string
    /** When it is looked at again, after the agenda was written. */
    readonly reviewAfterMonths: number
  }
  /** A second paper that is exempt for itself, under an item that everybody reads. */
  readonly heldBack?: {
    readonly title: string
    readonly body: string
    readonly paragraph: string
    readonly interestFor: string
    readonly publicInterest: string
    readonly publicConclusion: string
  }
  readonly commitsMoney?: boolean
  readonly outcome?: SampleOutcome
}

const noted = (text: string, discussion: string): SampleOutcome => ({ text, type: 'note', discussion })

/** The autumn meeting of the strategic partnership: held, minuted, approved, published. */
export const autumnItems: readonly SampleItem[] = [
  {
    title: 'Early help: the first half of the year',
    purpose: 'discussion',
    presenter: 'Callum Reid, manager of the team around the child',
    paper: {
      summary: 'How many families got help early, how long they waited and what they said of it.',
      body: '# What happened\n\n#. In the first half of the year 1,312 families began with a team around the child, 9% more than a year before.\n\n#. Most of the growth is in Ashcombe and Kelbrook, where two family hubs opened in May.\n\n#. Families waited 11 working days on average for a first meeting. The standard is 10.\n\n# What families said\n\n- Seven in ten said that they had to tell their story only once.\n- Letters were still hard to read; the new ones were written with parents.\n\nTable: Families that began, by district\n\n| District | Last year | This year |\n| --- | ---: | ---: |\n| Ashcombe | 201 | 264 |\n| Fenmarsh | 188 | 190 |\n| Harrowdale | 153 | 149 |\n| Kelbrook | 171 | 221 |\n| Millingford | 244 | 239 |\n| Southmoor | 139 | 142 |\n| Thornwick | 108 | 107 |',
      recommendations:
        'That the partnership note the figures.\nThat members say what their agency will do about the wait in their own services.',
    },
    outcome: {
      text: 'That the figures be noted, and that each agency tell the clerk what it will do about the wait.',
      type: 'note',
      discussion: 'Members welcomed the growth and asked why Thornwick had not moved. School heads offered rooms for first meetings.',
      action: { text: 'Say what each agency will do about the wait for a first meeting', lead: 'webb', due: 'end of next month' },
    },
  },
  {
    title: 'Children and Young People’s Plan: one year on',
    purpose: 'decision',
    presenter: 'Helen Marsh, Director of Children’s Services',
    paper: {
      summary: 'What the plan promised for its first year and what was done.',
      body: '# Where we are\n\n#. Of 34 actions in the plan, 21 are done, nine are on their way and four have not begun.\n\n#. The four that have not begun all need a lead from more than one agency.\n\n# What would change\n\n#. The paper proposes one named lead for each of the four.',
      recommendations: 'That the four actions each have one named lead.\nThat the plan be reviewed again in six months.',
    },
    outcome: {
      text: 'That the four actions each have one named lead, and that the plan be reviewed in six months.',
      type: 'approve',
      functionKey: 'childrens_plan',
      discussion: 'The chair asked that young people see the review before the partnership does.',
      action: {
        text: 'Show the draft review of the plan to the young people’s action group',
        lead: 'marsh',
        due: 'end of next month',
        done: true,
      },
    },
  },
  {
    title: 'Lease of the family hub in Kelbrook',
    purpose: 'discussion',
    presenter: 'Philippa Rigby, assistant director, joint commissioning',
    exempt: {
      publicTitle: 'Commercial matter: premises',
      paragraph: 'lga1972.3',
      interestFor: 'Families in Kelbrook want to know whether the hub stays, and what it costs.',
      publicInterest: 'The landlord and a second one are being asked for their terms. To publish one offer would raise the other.',
      publicConclusion: 'The rent is still being negotiated. It is published when the lease is signed.',
      reviewAfterMonths: 4,
    },
    paper: {
      summary: 'What the landlord asks, and what else there is.',
      body: '# What is asked\n\n#. The landlord asks £31,200 a year for five years.\n\n#. A second building stands empty two streets away. Its owner asks £28,000, and it needs a lift.',
      recommendations: 'That members say which building families would rather come to.',
      financial: 'The early help budget holds £32,000 a year for the hub.',
    },
    outcome: noted(
      'That members would keep the hub where it is, and that the lift be asked about.',
      'Head teachers said that families find the hub where it is. Members asked what a lift would cost.',
    ),
  },
]

/** The winter meeting: sent out one working day late, with an exempt item; minutes circulated, to be approved next time. */
export const winterItems: readonly SampleItem[] = [
  {
    title: 'Waiting times for children’s mental health services',
    purpose: 'discussion',
    presenter: 'Dr Catherine Marlow, consultant psychologist',
    paper: {
      summary: 'Where the waits are longest and what the trust and schools try together.',
      body: '# The waits\n\n#. Half of all young people are seen within 31 days; a year ago it was 42.\n\n#. One in eight still waits longer than 18 weeks. Most of them need an assessment for autism.\n\n# What is tried\n\n#. Three schools have a practitioner on site two days a week. They saw 86 young people in the autumn term.',
      recommendations: 'That the partnership note the progress.\nThat it ask for figures by district in the next report.',
    },
    heldBack: {
      title: 'Appendix: the stories of two young people',
      body: '# The first story\n\n#. A girl of fourteen waited 26 weeks. Her school is the only one on the coast road, and her class knows that she was away.\n\n# The second story\n\n#. A boy of eleven moved in with his aunt while he waited.',
      paragraph: 'lga1972.2',
      interestFor: 'Stories tell what figures do not.',
      publicInterest:
        'In places this small both would be known by what is told of them. They agreed that members read it, and nobody else.',
      publicConclusion: 'Two young people could be known by what they told. What members learnt of it stands in the report.',
    },
    outcome: {
      text: 'That the progress be noted, and that the next report show figures by district.',
      type: 'note',
      discussion: 'Members heard from two young people who had waited. Head teachers asked for the practitioners to stay.',
      action: { text: 'Bring waiting times by district to the next meeting', lead: 'rahman', due: 'next meeting' },
    },
  },
  {
    title: 'Offer of Families First to run the Fenmarsh youth hub',
    purpose: 'discussion',
    presenter: 'Philippa Rigby, assistant director, joint commissioning',
    exempt: {
      publicTitle: 'Commercial matter: a youth hub',
      paragraph: 'lga1972.3',
      interestFor: 'People in Fenmarsh want to know what the hub costs, and who offers to run it.',
      publicConclusion: 'Offers are still being compared. The price is published when the contract is let.',
      reviewAfterMonths: 3,
      publicInterest:
        'The price is being negotiated. To publish it now would cost the public more than it would tell them; it is published when the contract is let.',
    },
    paper: {
      summary: 'The price offered for the hub and how it compares.',
      body: '# The offer\n\n#. Families First offers to run the hub for £184,500 a year over three years.\n\n#. The second offer is £201,000 a year.',
      recommendations: 'That members advise the county council on the offer.',
      financial: 'The county council has £190,000 a year for the hub.',
      budget: {
        ...{ budgetSum: '£553,500', budgetName: 'Family hubs, three years from 2026/27', budgetKind: 'single' },
        ...{ budgetSource: 'Public health grant', budgetPayer: 'Northbrook County Council, all of it' },
        budgetSavings: '£5,500 a year against the budget',
      },
    },
    outcome: noted(
      'That members’ advice on the offer be passed to the county council.',
      'Members preferred the lower offer and asked for evening opening to be written into it.',
    ),
  },
  {
    title: 'Terms of reference: the yearly review',
    purpose: 'decision',
    presenter: 'Winston Clarke, independent chair',
    paper: {
      summary: 'What the terms leave open, and what the chair proposes to ask members.',
      body: '# What the terms leave open\n\n#. They state no quorum. Meetings have gone ahead with as few as nine members.\n\n#. They give the chair to the Director of Children’s Services. Since December 2013 the chair has been independent.\n\n# What is proposed\n\n#. That each agency say by the spring whether it wants a quorum, and which.',
      recommendations: 'That each agency answer the two questions by the spring meeting.',
    },
    outcome: {
      text: 'That each agency say by the spring meeting whether it wants a quorum and an independent chair in the terms.',
      type: 'request',
      discussion: 'Districts asked for a quorum that does not depend on their numbers.',
      action: { text: 'Answer the two questions on quorum and chair', lead: 'webb', due: 'next meeting' },
    },
  },
]

/** The coming meeting: its pack is out. */
export const springItems: readonly SampleItem[] = [
  {
    title: 'School readiness in Fenmarsh and Kelbrook',
    purpose: 'decision',
    presenter: 'Wayne Ogden, birth to five service',
    paper: {
      summary: 'Six in ten children in two districts start school ready to learn. The county’s figure is 67.2%.',
      body: '# The gap\n\n#. In Fenmarsh and Kelbrook 60.4% of children reached a good level of development at age five; in the county 67.2%.\n\n#. The gap is widest for boys and for children born in summer.\n\n# What works\n\n#. Two hubs tried early language groups for a year. Of 118 children, 81 caught up.\n\n# What is proposed\n\n#. To offer the groups in two more wards from September.',
      recommendations:
        'That the partnership support early language groups in two more wards.\nThat health visitors and schools name the children together.',
      financial: 'The groups cost £52,000 a year in each ward. The early help budget holds £110,000 for them.',
      budget: {
        ...{
          budgetSum: '£104,000',
          budgetName: 'Early help, for one year',
          budgetKind: 'aligned',
          budgetSource: 'Core budgets of both partners',
        },
        ...{ budgetPayer: 'County council three quarters, integrated care board one quarter' },
        budgetSavings: 'None in the first year; fewer referrals to speech therapy are expected from the second',
      },
      answers: [
        'Four in ten children in these wards start school without the words they need. If we wait a year, 236 more do.',
        'We asked 64 parents at the two hubs. Most wanted groups on a Saturday; one in three did not know that help exists.',
        'The two trial groups reached 118 children and 81 caught up. A county to the south found the same with 400.',
        'By the share of children who reach the level at five in these wards. Under 65% after a year, we stop.',
      ],
    },
  },
  {
    title: 'Young people’s action group: what we would change',
    purpose: 'discussion',
    presenter: 'Ellie Sutton, chair of the group',
    paper: {
      summary: 'What 412 young people said about getting around, being safe and being heard.',
      body: '# What we asked\n\n#. We asked 412 young people in all seven districts.\n\n# What they said\n\n- Buses stop too early to come home from clubs.\n- Being asked is good; hearing back is rare.\n\n# What we ask of you\n\n#. Tell us within three months what you did about it.',
      recommendations: 'That each agency answer the action group within three months.',
    },
  },
  {
    title: 'Renewal of the Fenmarsh youth hub',
    purpose: 'discussion',
    presenter: 'Philippa Rigby, assistant director, joint commissioning',
    exempt: {
      publicTitle: 'Commercial matter: a youth hub',
      paragraph: 'lga1972.3',
      interestFor: 'People in Fenmarsh want to know what the hub will cost them.',
      publicConclusion: 'The contract is not signed yet. What it costs is published when it is.',
      reviewAfterMonths: 6,
      publicInterest: 'The contract is not signed yet; its price is published when it is.',
    },
    paper: {
      summary: 'Where the negotiation stands.',
      body: '# Where it stands\n\n#. Families First has agreed to £179,900 a year with evening opening on three days.',
      recommendations: 'That members note the terms agreed.',
    },
  },
]

/** The delivery board’s next meeting, which is being prepared: its papers are waited for. */
export const comingItems: readonly SampleItem[] = [
  {
    title: 'Quality of plans: the sample of fifty',
    purpose: 'discussion',
    presenter: 'Callum Reid, manager of the team around the child',
  },
  { title: 'Supervision standards for all agencies', purpose: 'decision', presenter: 'Jonathan Pryce, assistant director, early help' },
]

/** The women and children’s board: a private meeting whose decisions on resources go upward. */
export const deliveryItems: readonly SampleItem[] = [
  {
    title: 'Speech and language therapy: the new specification',
    purpose: 'decision',
    presenter: 'Dr Aisha Rahman, clinical lead for children',
    paper: {
      summary: 'One specification for the county in place of four.',
      body: '# Why one\n\n#. Four specifications have grown since 2013. Families who move between districts start again.\n\n# What changes\n\n#. One waiting list, one set of outcomes, one review a year.',
      recommendations: 'That the board approve the strategy behind the specification.',
    },
    outcome: {
      text: 'That the strategy behind the specification be approved.',
      type: 'approve',
      discussion: 'The finance officer confirmed that no new money is asked for.',
      action: { text: 'Send the specification to the four districts', lead: 'rigby', due: 'end of next month' },
    },
  },
]
