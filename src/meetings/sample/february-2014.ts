/** One line of the recorded agenda. `pages` are those printed in the pack of 2014; undefined where the source prints none. */
export interface RecordedItem {
  readonly number: string
  readonly title: string
  readonly status: 'attached' | 'to_follow' | 'verbal' | 'none' | 'not_stated'
  readonly pages?: readonly [string, string]
  /** The text of the paper as Markdown, where the pack of 2014 held one. */
  readonly paper?: string
}

/**
 * The agenda of 24 February 2014 as it went out on 14 February. Items 5c to 5h state no report status in the source, and no purpose is stated
 * for any: both stay so. What was decided is not known, and nothing is invented.
 */
export const februaryAgenda: readonly RecordedItem[] = [
  { number: '1', title: 'Apologies for absence', status: 'none' },
  { number: '2', title: 'Minutes of the meeting held on 11 December 2013', status: 'attached', pages: ['1', '8'] },
  { number: '3', title: 'Comments of the chair', status: 'verbal' },
  { number: '4', title: 'Comments of the chair of the Safeguarding Children Board', status: 'verbal' },
  { number: '5', title: 'Updates of sub-groups and action groups', status: 'none' },
  { number: '5a', title: 'Young people’s participation group', status: 'to_follow' },
  { number: '5b', title: 'Voluntary sector forum', status: 'verbal' },
  { number: '5c', title: 'Child poverty', status: 'not_stated' },
  { number: '5d', title: 'Youth housing', status: 'not_stated' },
  { number: '5e', title: 'Childhood obesity', status: 'not_stated' },
  { number: '5f', title: 'Early help offer', status: 'not_stated' },
  { number: '5g', title: 'Support and aspiration', status: 'not_stated' },
  { number: '5h', title: 'Raising the participation age and vulnerable learners', status: 'not_stated' },
  {
    number: '6',
    title: 'Early help and the team around the child',
    status: 'attached',
    pages: ['9', '30'],
    paper:
      '# Background\n\n#. In August 2013 the partnership accepted the six recommendations of a multi-agency audit of cases held by a team around the child. It gave the work to the Early Help Steering Group.\n\n# Progress\n\n#. **Steering group.** The group has been set up and oversees other early help work as well. Its terms and its implementation plan are appended.\n\n#. **Quality assurance.** The county council and the schools’ forum fund four consultants together. They are expected in April 2014 and will look at 50 cases or more each month.\n\n#. **Paperwork.** A draft assessment went to all partners. Twenty individuals and five groups answered, most of them in favour.\n\n#. **Supervision.** Draft standards for all agencies come to the steering group next.\n\n#. **The child’s voice.** The new paperwork asks for it in every assessment, plan and review.\n\n# What is measured\n\nTable: Baseline of December 2013 and target of the first year\n\n| Measure | Baseline | Target |\n| --- | ---: | ---: |\n| Started each month | 222 | 25% more |\n| Active at month end | 1,094 | 25% more |\n| Stepped down from social care each month | 57 | 50% more |\n| Stepped up to social care each month | 5 | 10% fewer |\n| Checked for quality each month | 0 | 50 |\n\n# Recommendations\n\na) That the partnership accept this paper as the steering group’s account of its work.\n\nb) That members go on supporting their agencies’ part in it.',
  },
  { number: '7', title: 'Sustainable services review', status: 'verbal' },
  {
    number: '8',
    title: 'Governance of joint commissioning',
    status: 'attached',
    pages: ['31', '64'],
    paper:
      '# Purpose\n\n#. This paper sets out the boards that would commission together for the county council, the clinical commissioning groups and the local area team: one joint commissioning board and delivery boards that report to it.\n\n# Questions for members\n\n- How does the review of services meet these arrangements?\n- Who governs the neighbourhood teams?\n- Could the present meeting of commissioners become the joint commissioning board?\n\n# What the terms leave open\n\n#. The summary says that the joint commissioning board needs no quorum, because each organisation decides for itself. The full terms ask for two members of the clinical commissioning groups and two of the county council.\n\n#. The terms of the proactive care board ask for at least 104 meetings a year.',
  },
  { number: '9', title: 'Reforms for special educational needs and disability', status: 'not_stated' },
  { number: '10', title: 'Inspection of services for looked-after children', status: 'to_follow' },
  { number: '11', title: 'Core education offer to schools', status: 'verbal' },
  { number: '12', title: 'Work programme', status: 'verbal' },
  { number: '13', title: 'Reports for information', status: 'none' },
]
