import type { FormBody } from '#platform/web/forms.ts'
import type { Question, Questions } from './question.ts'

/** What stands in the form for a value of the document; names of fields are paths like 'value_clock_from'. */
export function writeAnswer(question: Question, value: unknown, path: string): FormBody {
  switch (question.kind) {
    case 'part':
      return value === null || value === undefined ? {} : writeAnswers(question.of, value, path)
    case 'rows':
      return Object.assign({}, ...listOf(value).map((entry, index) => writeAnswers(question.of, entry, `${path}_${index}`)))
    case 'lines':
      return { [path]: listOf(value).join('\n') }
    case 'many':
      return { [path]: listOf(value).map(String) }
    case 'tick':
      return value === true ? { [path]: 'yes' } : {}
    case 'yes-no':
      return { [path]: value === true ? 'yes' : value === false ? 'no' : 'not-said' }
    case 'one':
      return { [path]: value === null || value === undefined ? 'none' : String(value) }
    case 'day':
      return typeof value === 'string' ? dayParts(path, Temporal.PlainDate.from(value)) : {}
    default:
      return value === null || value === undefined ? {} : { [path]: String(value) }
  }
}

/** What stands in the form for every question of a shape. */
export function writeAnswers(questions: Questions, value: unknown, path: string): FormBody {
  return Object.assign({}, ...Object.entries(questions).map(([name, one]) => writeAnswer(one, fieldOf(value, name), `${path}_${name}`)))
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function dayParts(path: string, day: Temporal.PlainDate): FormBody {
  return { [`${path}-day`]: String(day.day), [`${path}-month`]: String(day.month), [`${path}-year`]: String(day.year) }
}
