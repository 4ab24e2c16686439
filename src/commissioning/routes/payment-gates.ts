import { type AskedBoard, withBody } from '#governance/public-data.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { demandOf } from '../permission.ts'
import { findModel, guardedModel, type PaymentModel } from '../queries/payment-models.ts'
import { begin } from './gates.ts'

/** A request about a model of payment. */
export type AskedModel = AskedBoard & { readonly model: PaymentModel }

/** A model, and a verb on it. */
export function modelGate(verb: 'read' | 'change' | 'show'): Gate<AskedModel> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const model = await findModel(reader, asked.part('model'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedModel(model), verb)
    return { ...(await withBody(asked, model.body)), model }
  }
}
