import type { SampleItem } from './present-year.ts'

/** The women and children's board meets today: its pack is out, and the meeting can be run from the live screen. */
export const todaysItems: readonly SampleItem[] = [
  {
    title: 'Speech and language therapy: the first quarter',
    purpose: 'discussion',
    presenter: 'Dr Aisha Rahman, clinical lead for children',
    paper: {
      summary: 'How the one specification works in its first three months.',
      body: '# What happened\n\n#. All four districts work from one list since the first of the quarter.\n\n#. The longest wait fell from 41 weeks to 33. In two districts it rose in the first month, because families who had waited twice were counted once.\n\n# What comes next\n\n#. Schools and nurseries get one telephone number.',
      recommendations: 'That the board note the first quarter.\nThat it see the waits by district every quarter.',
    },
  },
  {
    title: 'A key worker for every child with complex needs',
    purpose: 'decision',
    presenter: 'Maeve Delaney, head of service, women and children',
    paper: {
      summary: 'A strategy in four steps, and what it asks of each agency.',
      body: '# Why\n\n#. Of 96 families asked, 71 had told their story to more than six people in a year.\n\n# The four steps\n\n#. Name the children together.\n\n#. Name one key worker for each.\n\n#. Give key workers two days of training.\n\n#. Ask families after a year.',
      recommendations: 'That the board approve the strategy.\nThat each agency name its key workers by the next meeting.',
    },
  },
  {
    title: 'An evening clinic in Harrowdale',
    purpose: 'decision',
    presenter: 'Philippa Rigby, assistant director, joint commissioning',
    commitsMoney: true,
    paper: {
      summary: 'Whether to ask for an evening clinic for young people, run from a general practice.',
      body: '# The need\n\n#. Young people in Harrowdale travel 14 miles to the nearest clinic that is open after school.\n\n# The proposal\n\n#. One evening a week in a general practice, for a year, with a review after six months.',
      recommendations: 'That the board decide whether to support an evening clinic.',
      financial:
        'An evening a week costs £38,400 a year. The board holds no budget of its own: money is for the joint commissioning board.',
      budget: {
        ...{
          budgetSum: '£38,400',
          budgetName: 'Sexual health, year one',
          budgetKind: 'pooled',
          budgetSource: 'The pooled fund for prevention',
        },
        ...{ budgetPayer: 'County council and integrated care board, half each', budgetSavings: 'None expected within the year' },
      },
    },
  },
  {
    title: 'Supervision of practitioners: the audit',
    purpose: 'information',
    presenter: 'Jonathan Pryce, assistant director, early help',
  },
]
