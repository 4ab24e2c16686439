import type { Database } from '#platform/database/session.ts'
import { writeAudits } from './audits.ts'
import { writeChallenges } from './challenges.ts'
import { type AssuranceSampleGround, sceneOf } from './ground.ts'
import { writeOtherReviews } from './other-reviews.ts'
import { writeScrutinyReview } from './scrutiny-review.ts'

/** Writes the sample of assurance for the children's partnership of the invented county: reviews, recommendations, challenges, audits. */
export async function loadAssuranceSample(owner: Database, ground: AssuranceSampleGround): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    const scene = sceneOf(tx, ground, 'northbrook-childrens-partnership')
    await writeScrutinyReview(scene, ground.bodies.get('health-and-wellbeing-board') ?? scene.body)
    await writeOtherReviews(scene)
    await writeChallenges(scene)
    await writeAudits(scene)
  })
}
