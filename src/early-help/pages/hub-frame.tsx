import type { JSX } from 'hono/jsx/jsx-runtime'
import { SubNavigation } from '#platform/web/components/sub-navigation.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { claimPaths } from '../claim-paths.ts'
import {
  caseloadPaths,
  closedRightPaths,
  familyPaths,
  familyVoicePaths,
  figurePaths,
  formPaths,
  guardPaths,
  qualityPaths,
  requestPaths,
  retentionPaths,
  settledPaths,
  supervisionPaths,
  trainingPaths,
} from '../paths.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'

/** The pages of early help as a whole, by what they are about and in the order of the rows, each with what the access matrix is asked before its link is shown. */
const hubLinks = {
  Families: [
    { text: 'Families', href: familyPaths.list(), record: 'families', verb: 'list' },
    { text: 'Your diary', href: familyPaths.diary(), record: 'families', verb: 'list' },
    { text: 'Is somebody involved?', href: familyPaths.involved(), record: 'families', verb: 'involved' },
    { text: 'On the move', href: familyPaths.movements(), record: 'families', verb: 'movements' },
    { text: 'Drift list', href: familyPaths.drift(), record: 'families', verb: 'drift' },
    { text: 'Advice', href: familyPaths.advice(), record: 'families', verb: 'advise' },
  ],
  Practice: [
    { text: 'Supervision', href: supervisionPaths.home(), record: 'supervision', verb: 'read' },
    { text: 'Caseloads', href: caseloadPaths.home(), record: 'supervision', verb: 'read' },
    { text: 'Training', href: trainingPaths.home(), record: 'training', verb: 'read' },
    { text: 'Quality', href: qualityPaths.home(), record: 'quality', verb: 'keep' },
    { text: 'Figures', href: figurePaths.home, record: 'figures', verb: 'read' },
    { text: 'Claims', href: claimPaths.home(), record: 'claims', verb: 'read' },
  ],
  'Records and rules': [
    { text: 'What is held', href: requestPaths.list(), record: 'requests', verb: 'keep' },
    { text: 'Put right', href: closedRightPaths.register(), record: 'rights', verb: 'read' },
    { text: 'Kept and destroyed', href: retentionPaths.home(), record: 'retention', verb: 'read' },
    { text: 'Emergencies', href: familyPaths.emergencies(), record: 'emergencies', verb: 'read' },
    { text: 'Withheld', href: guardPaths.withheld(), record: 'shields', verb: 'keep' },
    { text: 'Assessment form', href: formPaths.list(), record: 'forms', verb: 'read' },
    { text: 'Posts', href: familyPaths.posts(), record: 'posts', verb: 'read' },
    { text: 'What is settled', href: settledPaths.home(), record: 'settled', verb: 'read' },
    { text: 'How we ask', href: familyVoicePaths.practice(), record: 'practice', verb: 'keep' },
  ],
} as const

/** The pages of early help that somebody may open, in rows by what they are about; nothing where that is the page they are at. */
export function hubNavigation(visit: Visit, relations: CaseworkTies['relations']): JSX.Element | null {
  const links = Object.entries(hubLinks).flatMap(([group, own]) =>
    own.filter(({ record, verb }) => mayIn(relations, record, verb)).map(({ text, href }) => ({ text, href, group })),
  )
  return links.some(({ href }) => href !== visit.path) ? <SubNavigation visit={visit} label="Early help" links={links} /> : null
}
