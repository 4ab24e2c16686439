import type { SamplePlan } from './write-plan.ts'

const done = (day: string, words = 'Complete') => ({ state: 'done' as const, doneOn: day, said: [[day, words, 'completion'] as const] })
const begun = (words: string) => ({ state: 'started' as const, said: [['2014-02-10', words] as const] })
const group = 'The early help steering group'

/** The implementation plan of early 2014 for the team around the child: three parts, and two sets of meanings for the same three colours. */
export const implementation2014: SamplePlan = {
  body: 'early-help-steering-group',
  type: 'implementation-plan',
  title: 'Developing the team around the child',
  summary:
    'What is done in the first half of 2014 so that families get early help in one way across the county: process, people, and how one will know whether it worked.',
  startsOn: '2014-01-24',
  endsOn: '2015-05-01',
  reviewMonths: 1,
  state: 'published',
  sight: 'public',
  publishedOn: '2014-01-24',
  closed: ['2014-05-06', 'The new process began in April 2014. What was left went over into the work plan of the group.'],
  colours: [
    ['action', 'red', 'Significant concerns'],
    ['action', 'amber', 'Some concern'],
    ['action', 'green', 'On track'],
    ['measure', 'red', 'Significantly below target'],
    ['measure', 'amber', 'Some concern'],
    ['measure', 'green', 'On track to meet or exceed target'],
  ],
  priorities: [
    {
      title: 'Process development',
      text: 'One assessment, one set of forms, and people who know how to use them.',
      accountable: 'early-help-steering-group',
      actions: [
        {
          title: 'Steering group meetings organised',
          leads: ['reid', 'zielinski'],
          when: 'Monthly to end March 2014, then every two months',
          ...begun('Dates and rooms are booked until the end of March. Most partners attend.'),
        },
        { title: 'Steering group agrees its work plan', leads: ['ellwood', 'reid'], when: 'January 2014', ...done('2014-01-31') },
        {
          title: 'Proposals to the directorate and the schools forum agreed',
          leads: ['ellwood', 'reid'],
          when: 'January 2014',
          ...done('2014-01-28', 'The forum agreed its part; the directorate endorsed the proposals on 28 January.'),
        },
        { title: 'New assessment and guidance drafted', leads: ['reid'], when: 'By 24/1/14', ...done('2014-01-24') },
        {
          title: 'Consultation on the new documents',
          leads: ['reid'],
          when: 'From 24/1/14 to 14/2/14',
          ...begun('Sent to the steering group, heads of service, champions of the practice model and the safeguarding board.'),
        },
        {
          title: 'Plan for training and communication written',
          leads: ['reid', 'zielinski'],
          when: 'By 14/2/14',
          ...begun('All localities have dates for briefings in March.'),
        },
        { title: 'Full implementation plan written', leads: ['reid'], when: 'By 7/2/14', ...done('2014-02-07') },
        {
          title: 'Documents amended after the consultation',
          leads: ['reid', 'zielinski'],
          when: 'Week commencing 17/2/14',
          ...done('2014-02-21', 'Amendments agreed on 7 February were made within the week.'),
        },
        {
          title: 'Website revised',
          when: 'By end February 2014',
          ...begun('The pages have been reviewed. Writing begins once the assessment is final.'),
        },
        {
          title: 'Electronic assessment form replaced',
          when: 'April 2014',
          said: [['2014-02-10', 'Not yet raised with the team that keeps the system.']],
        },
        {
          title: 'Training and awareness raising',
          leads: ['reid', 'zielinski'],
          when: 'February and March 2014',
          ...done('2014-03-28', 'All localities were briefed by the end of March.'),
        },
        {
          title: 'Early help conference',
          leads: ['reid', 'zielinski'],
          when: 'July 2014',
          ...begun('Day, place and programme were discussed; a detailed plan goes to the group in March.'),
        },
        { title: 'Full implementation', leads: ['reid', 'zielinski'], when: 'April 2014', ...done('2014-04-30') },
        {
          title: 'Evaluation and review',
          leads: ['reid', 'zielinski'],
          when: 'April 2014 onwards',
          ...begun('The schedule stands in part three.'),
        },
      ],
    },
    {
      title: 'People and posts',
      text: 'The posts that the new way of working needs, and the people who hold them.',
      accountable: 'early-help-steering-group',
      actions: [
        {
          title: 'Present roles and structures analysed',
          leads: ['reid', 'zielinski'],
          when: 'End January 2014',
          ...done('2014-01-31', 'Co-ordinators and their managers were met together and one by one.'),
        },
        { title: 'Links made to related proposals', leads: ['ellwood', 'reid'], when: 'End January 2014', ...done('2014-01-31') },
        {
          title: 'Proposals to the directorate and the schools forum agreed',
          leads: ['ellwood', 'reid'],
          when: 'January 2014',
          ...done('2014-01-28'),
        },
        {
          title: 'Job descriptions of the new posts written',
          leads: ['reid', 'zielinski'],
          when: 'By end January 2014',
          ...done('2014-01-31'),
        },
        { title: 'New posts evaluated', leads: ['reid', 'Human resources'], when: 'w/c 3rd February 2014', ...done('2014-02-07') },
        {
          title: 'Vacancies approved',
          leads: ['reid'],
          when: 'w/c 3rd February 2014',
          ...done('2014-02-07', 'Complete for the early help consultants'),
        },
        {
          title: 'Role of co-ordinators reviewed informally',
          leads: ['reid', 'zielinski'],
          when: 'End January 2014',
          ...done('2014-01-31'),
        },
        {
          title: 'Job description of co-ordinators reviewed',
          leads: ['reid', 'zielinski'],
          when: 'End January 2014',
          ...done('2014-01-31'),
        },
        {
          title: 'Paper for the staff consultation prepared',
          leads: ['reid', 'Human resources'],
          when: 'By 14/2/14',
          ...done('2014-02-14', 'Times agreed with human resources; the paper was drafted.'),
        },
        { title: 'Staff consultation', leads: ['reid', 'Human resources'], when: 'To commence by 14/2/14', ...begun('Times are agreed.') },
        { title: 'Recruitment', leads: ['reid', 'zielinski'], when: 'By end March 2014', ...done('2014-03-31') },
        { title: 'New structure in place', leads: ['reid', 'zielinski'], when: 'By end April 2014', ...done('2014-04-30') },
      ],
    },
    {
      title: 'Monitoring and evaluation',
      text: 'Seven figures are reported from the end of February 2014, against their state in December 2013. Beside them, five ways of finding out whether it works.',
      accountable: 'early-help-steering-group',
      actions: [
        {
          title: 'Results of quality assurance',
          leads: ['Practice supervisor'],
          when: 'Monthly',
          details: { method: 'A system to be agreed by the end of February 2014', recipients: group },
        },
        {
          title: 'How well the process and the role of co-ordinators work',
          leads: ['Practice supervisor'],
          when: 'September 2014',
          details: {
            method: 'Consultation; what can be counted and what people say',
            recipients: `${group}, the children’s partnership, the schools forum`,
          },
        },
        {
          title: 'Early help consultants: what their support changed',
          leads: ['reid'],
          when: 'September 2014 and April 2015',
          details: { recipients: group },
        },
        {
          title: 'Case studies',
          leads: ['Early help consultants'],
          when: 'September 2014',
          details: { method: 'Stories that show what changed for children and families', recipients: group },
        },
        {
          title: 'Audit by several agencies',
          leads: ['The safeguarding board'],
          when: 'To be agreed',
          details: { method: 'The same toolkit as in June 2013, so that the two can be compared', recipients: 'The safeguarding board' },
        },
      ],
    },
  ],
}
