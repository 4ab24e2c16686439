/** One minute of the recorded meeting: its number, heading, text as Markdown, and what was resolved. */
export interface RecordedMinute {
  readonly number: number
  readonly heading: string
  readonly text: string
  readonly resolved?: string
}

/**
 * What was minuted on 11 December 2013, minutes 25 to 35, told in our own words with the figures of the source; people and places are Northbrook's.
 * The source states neither when the meeting began nor a quorum, and so neither is here.
 */
export const decemberMinutes: readonly RecordedMinute[] = [
  {
    number: 25,
    heading: 'Apologies for absence',
    text: 'Apologies were received from the members named above.\n\nHealth members still needed encouragement to attend. The chair of the Safeguarding Children Board had raised this with a health steering group and hoped that attendance would be looked at again.',
  },
  {
    number: 26,
    heading: 'Action points of the development day',
    text: 'The head of performance assurance went through the action points of the development day of 7 October 2013.\n\n- The child poverty action plan would go to the county council’s children’s scrutiny committee and to the Health and Wellbeing Board.\n- Indicators were wanted that show progress and that this partnership can question.\n- One district had not been copied into the correspondence on child poverty; districts should be linked in through this partnership.\n- Development days were useful to those who came, and too few came.\n- More money had been found for the website.',
  },
  {
    number: 27,
    heading: 'Comments of the chair',
    text: 'There were none: it was the first meeting of the new independent chair. Members asked that the item stay on the agenda.',
  },
  {
    number: 28,
    heading: 'Comments of the chair of the Safeguarding Children Board',
    text: 'The chair of the Safeguarding Children Board reported:\n\n- an inspection was expected in the middle of January 2014; five authorities were being inspected at the time;\n- an extraordinary meeting of that board would set its budget the next day;\n- the police had put more people on child sexual exploitation;\n- a serious case review would be published in January 2014;\n- an information sharing protocol was being prepared for the groups that look at children’s and adults’ matters;\n- work on a multi-agency safeguarding hub was taking time, because the models in use differ.\n\nThe lead for families with several needs said that information could still not be shared with health colleagues. Information governance was already being looked into.',
  },
  {
    number: 29,
    heading: 'Business plan of the Safeguarding Children Board',
    text: 'Members had received the plan before the meeting, and its chair led them through it. Safety online was growing in weight. The structure of sub-groups was being reviewed, because there were too many.\n\nIn discussion members said that the report was clear, that audit needed strengthening, and that safety online should be held as a concern of the whole partnership. One member of staff covered it for the whole county.',
    resolved: 'That the business plan be noted, and the comments made on it be noted.',
  },
  {
    number: 30,
    heading: 'Sustainable services review',
    text: 'The director of children’s services outlined the first phase of the review of health services. Without change there would be a deficit of £100 million in five years.\n\nIts four themes were proactive care, reactive care, elective care, and women’s and children’s care. Detailed planning would begin in January 2014 and formal consultation would follow.\n\nMembers asked what so many changes would mean for safeguarding; the review would go on the risk register. It was proposed as a standing item.',
    resolved: 'That the update and the comments made be noted.',
  },
  {
    number: 31,
    heading: 'Updates of the action groups',
    text: 'There was no update from the young people’s participation group.\n\nThe 14 to 19 group reported that participation had risen by 1.5% in 2013. Young people whose situation was not known had fallen from 6.19% to 4.93%, and those not in education, employment or training from 2.71% to 2.65%. In January 2014 the group would discuss whether to change its focus.',
    resolved: 'That the update and the comments made be noted.',
  },
  {
    number: 32,
    heading: 'Housing strategy',
    text: 'The youth housing co-ordinator presented the youth housing strategy for 2013 to 2018. The budget for young people’s housing and homelessness was £1.3 million.\n\nMembers asked why many young people who present as homeless were recorded with an unknown reason; one district had 182 of them. The aim was to have none.',
    resolved: 'That the housing strategy and the comments made be noted.',
  },
  {
    number: 33,
    heading: 'Early help offer, strategy and impact assessment',
    text: 'The assistant director for children’s services presented the offer, which would be kept up to date. The Early Help Steering Group had been set up and had elected him as its chair. Schools in particular were asked to take part, and members were asked to take that request home and to answer soon.\n\nThe next phase of the national programme for families with several needs would run from 2015 to 2020 and reach 400,000 more families.',
    resolved: 'That the information presented and the comments made be noted.',
  },
  {
    number: 34,
    heading: 'Children and Young People’s Plan',
    text: 'A final version would be sent round in the new year for partners to share at home; it would also go through the council’s scrutiny.\n\nMembers asked that the rise in referrals on page 27 be explained: was it good or bad?',
    resolved: 'That the plan and the comments made be noted.',
  },
  {
    number: 35,
    heading: 'Terms of reference of the partnership',
    text: 'The terms were received for information. The chair and the head of performance assurance would agree the dates of future meetings.',
  },
]
