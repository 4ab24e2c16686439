import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'

/** A field of one of governance's forms; neighbours under the same title stand in one box. */
export interface FormField extends FieldSpec {
  readonly group?: FieldBox | undefined
}

/** A box of fields. `folded` ones open by themselves where something stands in them. */
export interface FieldBox {
  readonly title: string
  readonly folded?: boolean | undefined
}
