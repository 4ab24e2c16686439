import { officerPaths } from '#meetings/paths.ts'
import type { OfficerDecision } from '#meetings/public-data.ts'
import type { Draft, Mapping } from './drafts.ts'
import { given } from './values.ts'

/** What a paper of this kind is called in the open data. */
export const OFFICER_DECISION = 'Decision by an officer'

/** Decisions that officers took under delegation, as papers that no meeting was consulted on. Of an exempt one only what everybody may know. */
export function officerObjects({ addresses, place }: Mapping, decisions: readonly OfficerDecision[]): readonly Draft[] {
  return decisions.map((decision): Draft => {
    const { id, body, title, number, decidedOn, officer, functionName, content } = decision
    return {
      type: 'Paper',
      id,
      organizations: [],
      properties: given({
        body: addresses.of('Body', place),
        name: title,
        reference: number,
        date: decidedOn.toString(),
        paperType: OFFICER_DECISION,
        underDirectionOf: [addresses.of('Organization', body)],
        web: `${addresses.site}${officerPaths.decision(id)}`,
        'goldenthread:officerDecision': given({
          officer,
          function: functionName,
          decision: content?.resolved,
          reasons: content?.reasons,
          options: content?.options,
          consulted: content?.consulted,
          interests: content?.interests,
          pence: content?.pence,
          background: content?.background.map(({ title: name, link }) => given({ title: name, link })),
        }),
      }),
    }
  })
}
