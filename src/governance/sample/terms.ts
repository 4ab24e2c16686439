import { parseTerms } from '../rules/terms/portable.ts'
import type { Terms } from '../rules/terms/terms.ts'
import childrensTrustBoard from './terms/childrens-trust-board.json' with { type: 'json' }
import jointCommissioningBoard from './terms/joint-commissioning-board.json' with { type: 'json' }
import localAreaGroup from './terms/local-area-group.json' with { type: 'json' }
import proactiveCareBoard from './terms/proactive-care-board.json' with { type: 'json' }
import specialistServicesBoard from './terms/specialist-services-board.json' with { type: 'json' }
import steeringGroup from './terms/steering-group.json' with { type: 'json' }
import strategicPartnership from './terms/strategic-partnership.json' with { type: 'json' }
import womenAndChildrensBoard from './terms/women-and-childrens-board.json' with { type: 'json' }

const documents: readonly unknown[] = [
  strategicPartnership,
  steeringGroup,
  jointCommissioningBoard,
  specialistServicesBoard,
  womenAndChildrensBoard,
  proactiveCareBoard,
  childrensTrustBoard,
  localAreaGroup,
]

/** The terms of the eight bodies of the sample partnership, read and checked; throws when a shipped file is not valid. */
export function sampleTerms(): readonly Terms[] {
  return documents.map((document) => {
    const read = parseTerms(document)
    if (!read.ok) throw new Error(`A sample terms document cannot be read: ${JSON.stringify(read.problems)}`)
    return read.value
  })
}

/** The sample's terms under a key; where no body has it, those of the first body of that family. */
export function sampleTermsNamed(key: string): Terms | null {
  const all = sampleTerms()
  return all.find((terms) => terms.key === key) ?? all.find((terms) => terms.family === key) ?? null
}
