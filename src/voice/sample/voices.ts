import type { Channel, Whose } from '../rules/voice.ts'

/** Something said: theme, words, code of the span of ages, and how far the words are. */
type SampleView = readonly [about: string, words: string, ages?: string, state?: 'cleared' | 'to-review']

/** 'You said, we did' of the sample; `ago`: days before today. */
interface SampleAnswer {
  readonly about: string
  readonly said: string
  readonly did?: string
  readonly reason?: string
  readonly ago: number
  /** Words of the decision that it names. */
  readonly decision?: string
}

/** An event of the sample; all of it is invented. */
export interface SampleEvent {
  readonly title: string
  readonly summary: string
  readonly place: string
  readonly heldBy: string
  readonly whose: readonly Whose[]
  readonly ages?: string
  readonly came?: number
  /** Days before today. */
  readonly ago: number
  readonly sight: 'draft' | 'members' | 'public'
  readonly views: readonly SampleView[]
  /** Words of the matters with which it is linked the day after, and of the decisions with which it is linked only today. */
  readonly brought?: {
    readonly soon: readonly string[]
    readonly late: readonly string[]
    /** Beginnings of the titles of priorities and outcomes of plans, with what it says about each. */
    readonly plans: readonly (readonly [row: string, why: string])[]
    readonly why: string
  }
  readonly answers?: readonly SampleAnswer[]
}

/** The themes of the board. */
export const themeNames = ['Places to go', 'Feeling safe', 'Being listened to', 'Getting there', 'Help when it is needed', 'Food'] as const

/** What was held to hear people. */
export const sampleEvents: readonly SampleEvent[] = [
  {
    title: 'Children in care council: what a home is',
    summary: 'An evening at which children in care told members of the board what helps them settle, and what does not.',
    place: 'Kelbrook',
    heldBy: 'The children in care council',
    whose: ['children'],
    ages: '11-15',
    came: 14,
    ago: 190,
    sight: 'public',
    views: [
      ['Being listened to', 'I have told my story nine times. Nobody writes it down so that I need not.', '11-15'],
      ['Being listened to', 'When you ask us, tell us later what you did with it.', '11-15'],
      ['Help when it is needed', 'I waited so long for somebody to talk to that I no longer wanted to.', '11-15'],
    ],
    brought: {
      soon: ['each agency tell the clerk', 'Early help: the first half', 'Waiting times'],
      late: ['one named lead'],
      plans: [
        ['A healthy start', 'They said what it is like to wait for somebody to talk to'],
        ['Heard and taken seriously', 'They said that nobody tells them what became of what they said'],
        ['Families and young people are economically well', 'They said what a home is, before anybody can think of work'],
      ],
      why: 'They said what it is like to wait, and to tell one’s story again and again',
    },
    answers: [
      {
        ...{
          about: 'Being listened to',
          said: 'Nobody tells us what became of what we said',
          decision: 'each agency tell the clerk',
          ago: 40,
        },
        did: 'The board hears the council twice a year and answers it in writing within a month',
      },
    ],
  },
  {
    title: 'Youth assembly on safe ways to school',
    summary:
      'Young people from all six localities walked four ways to school with members of the board, and said where they do not feel safe.',
    place: 'Fenmarsh',
    heldBy: 'Northbrook youth assembly',
    whose: ['children'],
    came: 37,
    ago: 30,
    sight: 'public',
    views: [
      ['Feeling safe', 'The path behind the shops has no light. In winter I take the long way.', '11-15'],
      ['Getting there', 'If the bus is late I miss breakfast club, and then I am hungry until twelve.', '5-10'],
      ['Getting there', 'There is a bus, but it costs more than my lunch.', '16-17'],
    ],
    brought: {
      soon: ['School readiness'],
      late: [],
      plans: [
        ['Safe at home and outside', 'They showed the ways on which they do not feel safe'],
        ['Children stay safe', 'They named the path behind the shops'],
        ['Children are safe from exploitation', 'The places that they named are where exploitation begins'],
      ],
      why: 'They said where they do not feel safe, and what a bus costs',
    },
    answers: [
      {
        ...{ about: 'Getting there', said: 'The bus costs more than lunch', ago: 12 },
        reason: 'The fares are set until March by a contract that the partnership cannot change; it is on the list for the next one',
      },
    ],
  },
  {
    title: 'Parents’ forum: when help comes too late',
    summary: 'Parents of children under five on what they asked for, and when it came.',
    place: 'Millingford',
    heldBy: 'Northbrook parents’ forum',
    whose: ['families'],
    came: 21,
    ago: 75,
    sight: 'public',
    views: [
      ['Help when it is needed', 'We asked in spring. By autumn he had started school and it was another team.'],
      ['Help when it is needed', 'The health visitor was the only one who came back.'],
    ],
    brought: {
      soon: [],
      late: [],
      plans: [
        ['A healthy start', 'They asked in spring and were answered in autumn'],
        ['Children are healthy', 'They said who came back, and who did not'],
        ['Babies are safe', 'They said what parents of newborn children are left alone with'],
      ],
      why: 'They said when help came',
    },
  },
  {
    title: 'Visit to the young carers’ group',
    summary: 'Members of the board spent an afternoon with young carers.',
    place: 'Kelbrook',
    heldBy: '',
    whose: ['children'],
    ago: 9,
    sight: 'members',
    views: [
      ['Being listened to', 'Teachers think that I am lazy. I am tired.', '11-15', 'to-review'],
      ['Food', 'On Fridays I cook for everybody. I would like to be asked what I can manage.', '11-15', 'to-review'],
    ],
  },
]

/** The consultation that is over, as meetings has it, with words and answers. */
export const sampleSaid: { readonly title: string; readonly views: readonly SampleView[]; readonly answers: readonly SampleAnswer[] } = {
  title: 'Places to go after school',
  views: [
    ['Places to go', 'A warm room where nobody asks what you want to buy.', '11-15'],
    ['Getting there', 'The club is good, but the last bus goes at five.', '11-15'],
    ['Feeling safe', 'Older ones take over the park when it gets dark.', '5-10'],
  ],
  answers: [
    {
      ...{ about: 'Places to go', said: 'We want a warm place that costs nothing', decision: 'one named lead', ago: 20 },
      did: 'Two youth clubs stand in the partnership’s plan: they are warm, free, and open until eight',
    },
    {
      ...{ about: 'Getting there', said: 'The last bus goes too early', ago: 20 },
      reason: 'The partnership runs no buses. It wrote to the company, which said no for this year',
    },
  ],
}

/** What came in: forty individual responses in bundles that say the same, and three of groups. */
export const sampleResponses: readonly {
  readonly alike?: number
  readonly group?: readonly [name: string, size: number]
  readonly channel: Channel
  readonly about: readonly string[]
}[] = [
  { alike: 14, channel: 'online', about: ['Places to go'] },
  { alike: 9, channel: 'online', about: ['Places to go', 'Getting there'] },
  { alike: 6, channel: 'paper', about: ['Getting there', 'Feeling safe'] },
  { alike: 5, channel: 'in-person', about: ['Feeling safe', 'Places to go'] },
  { alike: 4, channel: 'paper', about: ['Being listened to'] },
  { alike: 2, channel: 'paper', about: ['Food'] },
  { group: ['Northbrook youth assembly', 24], channel: 'in-person', about: ['Places to go', 'Getting there'] },
  { group: ['Young carers of Kelbrook', 11], channel: 'email', about: ['Places to go'] },
  { group: ['School council of a secondary school in Fenmarsh', 16], channel: 'paper', about: ['Feeling safe'] },
]
