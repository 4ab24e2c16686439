// Generated from the macro-options.json of govuk-frontend 6.6.0. Do not edit.
import type { Attributes, DateInputItem, Falsy, Html, Nullish, PluralMessages, Text, TextOrHtml } from '../html.ts'

/** Options: https://design-system.service.gov.uk/components/accordion/ */
export type AccordionParams = {
  id: string
  headingLevel?: number | `${number}` | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
  rememberExpanded?: boolean | Nullish
  hideAllSectionsText?: Text | Nullish
  hideSectionText?: Text | Nullish
  hideSectionAriaLabelText?: Text | Nullish
  showAllSectionsText?: Text | Nullish
  showSectionText?: Text | Nullish
  showSectionAriaLabelText?: Text | Nullish
  items: readonly ({
    heading: TextOrHtml
    summary?: {
      text?: Text | Nullish
      html?: Html | Nullish
    } | Nullish
    content: TextOrHtml
    expanded?: boolean | Nullish
  } | Falsy)[]
}

/** Options: https://design-system.service.gov.uk/components/back-link/ */
export type BackLinkParams = {
  text?: Text | Nullish
  html?: Html | Nullish
  href?: string | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/breadcrumbs/ */
export type BreadcrumbsParams = {
  items: readonly ({
    href?: string | Nullish
    attributes?: Attributes | Nullish
  } & TextOrHtml | Falsy)[]
  classes?: string | Nullish
  collapseOnMobile?: boolean | Nullish
  attributes?: Attributes | Nullish
  labelText?: Text | Nullish
}

/** Options: https://design-system.service.gov.uk/components/button/ */
export type ButtonParams = {
  type?: string | Nullish
  name?: string | Nullish
  value?: Text | Nullish
  disabled?: boolean | Nullish
  href?: string | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
  preventDoubleClick?: boolean | Nullish
  isStartButton?: boolean | Nullish
  id?: string | Nullish
} & TextOrHtml

/** Options: https://design-system.service.gov.uk/components/character-count/ */
export type CharacterCountParams = {
  id?: string | Nullish
  name: string
  rows?: Text | Nullish
  value?: Text | Nullish
  maxlength?: Text | Nullish
  maxwords?: Text | Nullish
  threshold?: Text | Nullish
  countType?: Text | Nullish
  label: Partial<LabelParams>
  hint?: Partial<HintParams> | Nullish
  errorMessage?: Partial<ErrorMessageParams> | Nullish
  formGroup?: {
    classes?: string | Nullish
    attributes?: Attributes | Nullish
    beforeInput?: TextOrHtml | Nullish
    afterInput?: TextOrHtml | Nullish
  } | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
  spellcheck?: boolean | Nullish
  countMessage?: {
    classes?: string | Nullish
  } | Nullish
  textareaDescriptionText?: Text | Nullish
  charactersUnderLimitText?: PluralMessages | Nullish
  charactersAtLimitText?: Text | Nullish
  charactersOverLimitText?: PluralMessages | Nullish
  wordsUnderLimitText?: PluralMessages | Nullish
  wordsAtLimitText?: Text | Nullish
  wordsOverLimitText?: PluralMessages | Nullish
}

/** Options: https://design-system.service.gov.uk/components/checkboxes/ */
export type CheckboxesParams = {
  describedBy?: Text | Nullish
  fieldset?: Partial<FieldsetParams> | Nullish
  hint?: Partial<HintParams> | Nullish
  errorMessage?: Partial<ErrorMessageParams> | Nullish
  formGroup?: {
    classes?: string | Nullish
    attributes?: Attributes | Nullish
    beforeInputs?: TextOrHtml | Nullish
    afterInputs?: TextOrHtml | Nullish
  } | Nullish
  idPrefix?: Text | Nullish
  name: string
  items: readonly ({ divider: string } | ({
    id?: string | Nullish
    name?: string | Nullish
    value: Text
    label?: Partial<LabelParams> | Nullish
    hint?: Partial<HintParams> | Nullish
    checked?: boolean | Nullish
    conditional?: {
      html?: Html | Nullish
    } | Nullish
    behaviour?: Text | Nullish
    disabled?: boolean | Nullish
    attributes?: Attributes | Nullish
  } & TextOrHtml) | Falsy)[]
  values?: readonly (string | number)[] | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/cookie-banner/ */
export type CookieBannerParams = {
  ariaLabel?: Text | Nullish
  hidden?: boolean | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
  messages: readonly ({
    headingText?: Text | Nullish
    headingHtml?: Html | Nullish
    text?: Text | Nullish
    html?: Html | Nullish
    actions?: readonly ({
      text: Text
      type?: string | Nullish
      href?: string | Nullish
      name?: string | Nullish
      value?: Text | Nullish
      classes?: string | Nullish
      attributes?: Attributes | Nullish
    } | Falsy)[] | Nullish
    hidden?: boolean | Nullish
    role?: Text | Nullish
    classes?: string | Nullish
    attributes?: Attributes | Nullish
  } | Falsy)[]
}

/** Options: https://design-system.service.gov.uk/components/date-input/ */
export type DateInputParams = {
  id: string
  namePrefix?: Text | Nullish
  items?: readonly (DateInputItem | Falsy)[] | Nullish
  hint?: Partial<HintParams> | Nullish
  errorMessage?: Partial<ErrorMessageParams> | Nullish
  formGroup?: {
    classes?: string | Nullish
    attributes?: Attributes | Nullish
    beforeInputs?: TextOrHtml | Nullish
    afterInputs?: TextOrHtml | Nullish
  } | Nullish
  fieldset?: Partial<FieldsetParams> | Nullish
  day?: DateInputItem | Falsy | Nullish
  month?: DateInputItem | Falsy | Nullish
  year?: DateInputItem | Falsy | Nullish
  values?: { readonly [field: string]: Text | Nullish } | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/details/ */
export type DetailsParams = {
  summaryText?: Text | Nullish
  summaryHtml?: Html | Nullish
  id?: string | Nullish
  open?: boolean | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
} & TextOrHtml

/** Options: https://design-system.service.gov.uk/components/error-message/ */
export type ErrorMessageParams = {
  id?: string | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
  visuallyHiddenText?: Text | Nullish
} & TextOrHtml

/** Options: https://design-system.service.gov.uk/components/error-summary/ */
export type ErrorSummaryParams = {
  titleText?: Text | Nullish
  titleHtml?: Html | Nullish
  descriptionText?: Text | Nullish
  descriptionHtml?: Html | Nullish
  errorList?: readonly ({
    href?: string | Nullish
    attributes?: Attributes | Nullish
  } & TextOrHtml | Falsy)[] | Nullish
  disableAutoFocus?: boolean | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/exit-this-page/ */
export type ExitThisPageParams = {
  text?: Text | Nullish
  html?: Html | Nullish
  redirectUrl?: Text | Nullish
  id?: string | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
  activatedText?: Text | Nullish
  timedOutText?: Text | Nullish
  pressTwoMoreTimesText?: Text | Nullish
  pressOneMoreTimeText?: Text | Nullish
}

/** Options: https://design-system.service.gov.uk/components/feedback/ */
export type FeedbackParams = {
  titleText?: Text | Nullish
  titleHtml?: Html | Nullish
  headingLevel?: number | `${number}` | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
} & TextOrHtml

/** Options: https://design-system.service.gov.uk/components/fieldset/ */
export type FieldsetParams = {
  describedBy?: Text | Nullish
  legend?: {
    classes?: string | Nullish
    isPageHeading?: boolean | Nullish
  } & TextOrHtml | Nullish
  classes?: string | Nullish
  role?: Text | Nullish
  attributes?: Attributes | Nullish
  html?: Html | Nullish
}

/** Options: https://design-system.service.gov.uk/components/file-upload/ */
export type FileUploadParams = {
  name: string
  id?: string | Nullish
  disabled?: boolean | Nullish
  multiple?: boolean | Nullish
  describedBy?: Text | Nullish
  label: Partial<LabelParams>
  hint?: Partial<HintParams> | Nullish
  errorMessage?: Partial<ErrorMessageParams> | Nullish
  formGroup?: {
    classes?: string | Nullish
    attributes?: Attributes | Nullish
    beforeInput?: TextOrHtml | Nullish
    afterInput?: TextOrHtml | Nullish
  } | Nullish
  javascript?: boolean | Nullish
  chooseFilesButtonText?: Text | Nullish
  dropInstructionText?: Text | Nullish
  multipleFilesChosenText?: PluralMessages | Nullish
  noFileChosenText?: Text | Nullish
  enteredDropZoneText?: Text | Nullish
  leftDropZoneText?: Text | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
  wrapperClasses?: string | Nullish
  wrapperAttributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/footer/ */
export type FooterParams = {
  meta?: {
    visuallyHiddenTitle?: Text | Nullish
    html?: Html | Nullish
    text?: Text | Nullish
    items?: readonly ({
      text: Text
      href: string
      attributes?: Attributes | Nullish
    } | Falsy)[] | Nullish
  } | Nullish
  navigation?: readonly ({
    title: Text
    columns?: number | `${number}` | Nullish
    width?: Text | Nullish
    items?: readonly ({
      text: Text
      href: string
      attributes?: Attributes | Nullish
    } | Falsy)[] | Nullish
  } | Falsy)[] | Nullish
  contentLicence?: {
    text?: Text | Nullish
    html?: Html | Nullish
  } | Nullish
  copyright?: {
    text?: Text | Nullish
    html?: Html | Nullish
  } | Nullish
  containerClasses?: string | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/generic-header/ */
export type GenericHeaderParams = {
  url?: Text | Nullish
  logoText?: Text | Nullish
  logoHtml?: Html | Nullish
  containerClasses?: string | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/header/ */
export type HeaderParams = {
  homepageUrl?: Text | Nullish
  productName?: Text | Nullish
  containerClasses?: string | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/hint/ */
export type HintParams = {
  id?: string | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
} & TextOrHtml

/** Options: https://design-system.service.gov.uk/components/input/ */
export type InputParams = {
  id?: string | Nullish
  name: string
  type?: string | Nullish
  inputmode?: Text | Nullish
  value?: Text | Nullish
  disabled?: boolean | Nullish
  describedBy?: Text | Nullish
  label: Partial<LabelParams>
  hint?: Partial<HintParams> | Nullish
  errorMessage?: Partial<ErrorMessageParams> | Nullish
  prefix?: {
    classes?: string | Nullish
    attributes?: Attributes | Nullish
  } & TextOrHtml | Nullish
  suffix?: {
    classes?: string | Nullish
    attributes?: Attributes | Nullish
  } & TextOrHtml | Nullish
  formGroup?: {
    classes?: string | Nullish
    attributes?: Attributes | Nullish
    beforeInput?: TextOrHtml | Nullish
    afterInput?: TextOrHtml | Nullish
  } | Nullish
  classes?: string | Nullish
  autocomplete?: Text | Nullish
  pattern?: Text | Nullish
  spellcheck?: boolean | Nullish
  autocapitalize?: Text | Nullish
  inputWrapper?: {
    classes?: string | Nullish
    attributes?: Attributes | Nullish
  } | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/inset-text/ */
export type InsetTextParams = {
  id?: string | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
} & TextOrHtml

/** Options: https://design-system.service.gov.uk/components/label/ */
export type LabelParams = {
  text?: Text | Nullish
  html?: Html | Nullish
  for?: Text | Nullish
  isPageHeading?: boolean | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/language-navigation/ */
export type LanguageNavigationParams = {
  items: readonly ({
    lang: Text
    hrefLang?: Text | Nullish
    dir?: Text | Nullish
    href?: string | Nullish
    current?: boolean | Nullish
    languageDescriptionText?: Text | Nullish
    classes?: string | Nullish
    attributes?: Attributes | Nullish
  } & TextOrHtml | Falsy)[]
  ariaLabel?: Text | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/notification-banner/ */
export type NotificationBannerParams = {
  titleText?: Text | Nullish
  titleHtml?: Html | Nullish
  titleHeadingLevel?: Text | Nullish
  type?: string | Nullish
  role?: Text | Nullish
  titleId?: Text | Nullish
  disableAutoFocus?: boolean | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
} & TextOrHtml

/** Options: https://design-system.service.gov.uk/components/pagination/ */
export type PaginationParams = {
  items?: readonly ({
    number?: Text | Nullish
    visuallyHiddenText?: Text | Nullish
    href?: string | Nullish
    current?: boolean | Nullish
    ellipsis?: boolean | Nullish
    attributes?: Attributes | Nullish
  } | Falsy)[] | Nullish
  previous?: {
    text?: Text | Nullish
    html?: Html | Nullish
    labelText?: Text | Nullish
    href: string
    attributes?: Attributes | Nullish
  } | Nullish
  next?: {
    text?: Text | Nullish
    html?: Html | Nullish
    labelText?: Text | Nullish
    href: string
    attributes?: Attributes | Nullish
  } | Nullish
  landmarkLabel?: Text | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/panel/ */
export type PanelParams = {
  titleText?: Text | Nullish
  titleHtml?: Html | Nullish
  headingLevel?: number | `${number}` | Nullish
  text?: Text | Nullish
  html?: Html | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
  actions?: {
    items?: readonly ({
      text: Text
      type?: string | Nullish
      href?: string | Nullish
      classes?: string | Nullish
      attributes?: Attributes | Nullish
    } | Falsy)[] | Nullish
    classes?: string | Nullish
    attributes?: Attributes | Nullish
  } | Nullish
}

/** Options: https://design-system.service.gov.uk/components/password-input/ */
export type PasswordInputParams = {
  id?: string | Nullish
  name: string
  value?: Text | Nullish
  disabled?: boolean | Nullish
  describedBy?: Text | Nullish
  label: Partial<LabelParams>
  hint?: Partial<HintParams> | Nullish
  errorMessage?: Partial<ErrorMessageParams> | Nullish
  formGroup?: {
    classes?: string | Nullish
    attributes?: Attributes | Nullish
    beforeInput?: TextOrHtml | Nullish
    afterInput?: TextOrHtml | Nullish
  } | Nullish
  classes?: string | Nullish
  autocomplete?: Text | Nullish
  attributes?: Attributes | Nullish
  showPasswordText?: Text | Nullish
  hidePasswordText?: Text | Nullish
  showPasswordAriaLabelText?: Text | Nullish
  hidePasswordAriaLabelText?: Text | Nullish
  passwordShownAnnouncementText?: Text | Nullish
  passwordHiddenAnnouncementText?: Text | Nullish
  button?: {
    classes?: string | Nullish
  } | Nullish
}

/** Options: https://design-system.service.gov.uk/components/phase-banner/ */
export type PhaseBannerParams = {
  tag?: Partial<TagParams> | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
} & TextOrHtml

/** Options: https://design-system.service.gov.uk/components/radios/ */
export type RadiosParams = {
  fieldset?: Partial<FieldsetParams> | Nullish
  hint?: Partial<HintParams> | Nullish
  errorMessage?: Partial<ErrorMessageParams> | Nullish
  formGroup?: {
    classes?: string | Nullish
    attributes?: Attributes | Nullish
    beforeInputs?: TextOrHtml | Nullish
    afterInputs?: TextOrHtml | Nullish
  } | Nullish
  idPrefix?: Text | Nullish
  name: string
  items: readonly ({ divider: string } | ({
    id?: string | Nullish
    value: Text
    label?: Partial<LabelParams> | Nullish
    hint?: Partial<HintParams> | Nullish
    checked?: boolean | Nullish
    conditional?: {
      html?: Html | Nullish
    } | Nullish
    disabled?: boolean | Nullish
    attributes?: Attributes | Nullish
  } & TextOrHtml) | Falsy)[]
  value?: Text | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/select/ */
export type SelectParams = {
  id?: string | Nullish
  name: string
  items?: readonly ({
    value?: Text | Nullish
    text: Text
    selected?: boolean | Nullish
    disabled?: boolean | Nullish
    attributes?: Attributes | Nullish
  } | Falsy)[] | Nullish
  value?: Text | Nullish
  disabled?: boolean | Nullish
  describedBy?: Text | Nullish
  label: Partial<LabelParams>
  hint?: Partial<HintParams> | Nullish
  errorMessage?: Partial<ErrorMessageParams> | Nullish
  formGroup?: {
    classes?: string | Nullish
    attributes?: Attributes | Nullish
    beforeInput?: TextOrHtml | Nullish
    afterInput?: TextOrHtml | Nullish
  } | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/service-navigation/ */
export type ServiceNavigationParams = {
  classes?: string | Nullish
  attributes?: Attributes | Nullish
  ariaLabel?: Text | Nullish
  menuButtonText?: Text | Nullish
  menuButtonLabel?: Text | Nullish
  navigationLabel?: Text | Nullish
  navigationId?: Text | Nullish
  navigationClasses?: string | Nullish
  collapseNavigationOnMobile?: boolean | Nullish
  serviceName?: Text | Nullish
  serviceUrl?: Text | Nullish
  navigation?: readonly ({
    current?: boolean | Nullish
    active?: boolean | Nullish
    href?: string | Nullish
    attributes?: Attributes | Nullish
  } & TextOrHtml | Falsy)[] | Nullish
  slots?: {
    start?: Html | Nullish
    end?: Html | { html: Html; align?: 'inline' | Nullish } | Html | { html: Html; align?: 'inline' | Nullish } | Nullish
    navigationStart?: Html | Nullish
    navigationEnd?: Html | Nullish
  } | Nullish
}

/** Options: https://design-system.service.gov.uk/components/skip-link/ */
export type SkipLinkParams = {
  href?: string | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
} & TextOrHtml

/** Options: https://design-system.service.gov.uk/components/summary-list/ */
export type SummaryListParams = {
  rows: readonly ({
    classes?: string | Nullish
    key: {
      classes?: string | Nullish
    } & TextOrHtml
    value: {
      classes?: string | Nullish
    } & TextOrHtml
    actions?: {
      items?: readonly ({
        href: string
        visuallyHiddenText?: Text | Nullish
        classes?: string | Nullish
        attributes?: Attributes | Nullish
      } & TextOrHtml | Falsy)[] | Nullish
      classes?: string | Nullish
    } | Nullish
  } | Falsy)[]
  card?: {
    title?: {
      text?: Text | Nullish
      html?: Html | Nullish
      headingLevel?: number | `${number}` | Nullish
      classes?: string | Nullish
    } | Nullish
    actions?: {
      items?: readonly ({
        href: string
        visuallyHiddenText?: Text | Nullish
        classes?: string | Nullish
        attributes?: Attributes | Nullish
      } & TextOrHtml | Falsy)[] | Nullish
      classes?: string | Nullish
    } | Nullish
    classes?: string | Nullish
    attributes?: Attributes | Nullish
  } | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/table/ */
export type TableParams = {
  rows: readonly (readonly ({
    format?: Text | Nullish
    classes?: string | Nullish
    colspan?: number | `${number}` | Nullish
    rowspan?: number | `${number}` | Nullish
    attributes?: Attributes | Nullish
  } & TextOrHtml | Falsy)[])[]
  head?: readonly ({
    text?: Text | Nullish
    html?: Html | Nullish
    format?: Text | Nullish
    classes?: string | Nullish
    colspan?: number | `${number}` | Nullish
    rowspan?: number | `${number}` | Nullish
    attributes?: Attributes | Nullish
  } | Falsy)[] | Nullish
  caption?: Text | Nullish
  captionClasses?: string | Nullish
  firstCellIsHeader?: boolean | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/tabs/ */
export type TabsParams = {
  id?: string | Nullish
  idPrefix?: Text | Nullish
  title?: Text | Nullish
  items?: readonly ({
    id?: string | Nullish
    label: Text
    attributes?: Attributes | Nullish
    panel: {
      attributes?: Attributes | Nullish
    } & TextOrHtml
  } | Falsy)[] | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/tag/ */
export type TagParams = {
  classes?: string | Nullish
  attributes?: Attributes | Nullish
} & TextOrHtml

/** Options: https://design-system.service.gov.uk/components/task-list/ */
export type TaskListParams = {
  items: readonly ({
    title: {
      classes?: string | Nullish
    } & TextOrHtml
    hint?: TextOrHtml | Nullish
    status: {
      tag?: Partial<TagParams> | Nullish
      text?: Text | Nullish
      html?: Html | Nullish
      classes?: string | Nullish
    }
    href?: string | Nullish
    classes?: string | Nullish
  } | Falsy)[]
  classes?: string | Nullish
  attributes?: Attributes | Nullish
  idPrefix?: Text | Nullish
}

/** Options: https://design-system.service.gov.uk/components/textarea/ */
export type TextareaParams = {
  id?: string | Nullish
  name: string
  spellcheck?: boolean | Nullish
  rows?: Text | Nullish
  value?: Text | Nullish
  disabled?: boolean | Nullish
  describedBy?: Text | Nullish
  label: Partial<LabelParams>
  hint?: Partial<HintParams> | Nullish
  errorMessage?: Partial<ErrorMessageParams> | Nullish
  formGroup?: {
    classes?: string | Nullish
    attributes?: Attributes | Nullish
    beforeInput?: TextOrHtml | Nullish
    afterInput?: TextOrHtml | Nullish
  } | Nullish
  classes?: string | Nullish
  autocomplete?: Text | Nullish
  attributes?: Attributes | Nullish
}

/** Options: https://design-system.service.gov.uk/components/warning-text/ */
export type WarningTextParams = {
  text?: Text | Nullish
  html?: Html | Nullish
  iconFallbackText?: Text | Nullish
  classes?: string | Nullish
  attributes?: Attributes | Nullish
}

export interface GovukParams {
  'accordion': AccordionParams
  'back-link': BackLinkParams
  'breadcrumbs': BreadcrumbsParams
  'button': ButtonParams
  'character-count': CharacterCountParams
  'checkboxes': CheckboxesParams
  'cookie-banner': CookieBannerParams
  'date-input': DateInputParams
  'details': DetailsParams
  'error-message': ErrorMessageParams
  'error-summary': ErrorSummaryParams
  'exit-this-page': ExitThisPageParams
  'feedback': FeedbackParams
  'fieldset': FieldsetParams
  'file-upload': FileUploadParams
  'footer': FooterParams
  'generic-header': GenericHeaderParams
  'header': HeaderParams
  'hint': HintParams
  'input': InputParams
  'inset-text': InsetTextParams
  'label': LabelParams
  'language-navigation': LanguageNavigationParams
  'notification-banner': NotificationBannerParams
  'pagination': PaginationParams
  'panel': PanelParams
  'password-input': PasswordInputParams
  'phase-banner': PhaseBannerParams
  'radios': RadiosParams
  'select': SelectParams
  'service-navigation': ServiceNavigationParams
  'skip-link': SkipLinkParams
  'summary-list': SummaryListParams
  'table': TableParams
  'tabs': TabsParams
  'tag': TagParams
  'task-list': TaskListParams
  'textarea': TextareaParams
  'warning-text': WarningTextParams
}

export const govukComponents = {
  'accordion': { macro: 'govukAccordion', slot: null },
  'back-link': { macro: 'govukBackLink', slot: 'html' },
  'breadcrumbs': { macro: 'govukBreadcrumbs', slot: null },
  'button': { macro: 'govukButton', slot: 'html' },
  'character-count': { macro: 'govukCharacterCount', slot: null },
  'checkboxes': { macro: 'govukCheckboxes', slot: null },
  'cookie-banner': { macro: 'govukCookieBanner', slot: null },
  'date-input': { macro: 'govukDateInput', slot: null },
  'details': { macro: 'govukDetails', slot: 'caller' },
  'error-message': { macro: 'govukErrorMessage', slot: 'html' },
  'error-summary': { macro: 'govukErrorSummary', slot: 'caller' },
  'exit-this-page': { macro: 'govukExitThisPage', slot: 'html' },
  'feedback': { macro: 'govukFeedback', slot: 'caller' },
  'fieldset': { macro: 'govukFieldset', slot: 'caller' },
  'file-upload': { macro: 'govukFileUpload', slot: null },
  'footer': { macro: 'govukFooter', slot: null },
  'generic-header': { macro: 'govukGenericHeader', slot: null },
  'header': { macro: 'govukHeader', slot: null },
  'hint': { macro: 'govukHint', slot: 'html' },
  'input': { macro: 'govukInput', slot: null },
  'inset-text': { macro: 'govukInsetText', slot: 'caller' },
  'label': { macro: 'govukLabel', slot: 'html' },
  'language-navigation': { macro: 'govukLanguageNavigation', slot: null },
  'notification-banner': { macro: 'govukNotificationBanner', slot: 'caller' },
  'pagination': { macro: 'govukPagination', slot: null },
  'panel': { macro: 'govukPanel', slot: 'caller' },
  'password-input': { macro: 'govukPasswordInput', slot: null },
  'phase-banner': { macro: 'govukPhaseBanner', slot: 'html' },
  'radios': { macro: 'govukRadios', slot: null },
  'select': { macro: 'govukSelect', slot: null },
  'service-navigation': { macro: 'govukServiceNavigation', slot: null },
  'skip-link': { macro: 'govukSkipLink', slot: 'html' },
  'summary-list': { macro: 'govukSummaryList', slot: null },
  'table': { macro: 'govukTable', slot: null },
  'tabs': { macro: 'govukTabs', slot: null },
  'tag': { macro: 'govukTag', slot: 'html' },
  'task-list': { macro: 'govukTaskList', slot: null },
  'textarea': { macro: 'govukTextarea', slot: null },
  'warning-text': { macro: 'govukWarningText', slot: 'html' },
} as const
