import type { LocalizedString } from '@internationalized/string';

/** The texts of one package of react-aria by their keys. */
export type AriaTexts = Readonly<Record<string, LocalizedString>>;

const word = (args: Readonly<Record<string, unknown>> | undefined, key: string): string => {
  const value = args?.[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const count = (args: Readonly<Record<string, unknown>> | undefined, key = 'count'): string => word(args, key);

/**
 * What react-aria says in Kazakh. Nouns stay singular after a numeral; suffixes are never glued to a variable, names stand
 * after a colon. Packages that no component uses (colours, calendars) are left to Russian.
 */
export const kkAria: Readonly<Record<string, AriaTexts>> = {
  '@react-aria/tree': { expand: 'Жаю', collapse: 'Жинау' },
  '@react-aria/toast': { close: 'Жабу', notifications: (args) => `Хабарлама: ${count(args)}.` },
  '@react-aria/tag': {
    removeDescription: 'Белгіні алып тастау үшін Delete басыңыз.',
    removeButtonLabel: 'Алып тастау',
  },
  '@react-aria/table': {
    select: 'Белгілеу',
    selectAll: 'Бәрін белгілеу',
    sortable: 'сұрыпталатын баған',
    ascending: 'өсу ретімен',
    descending: 'кему ретімен',
    ascendingSort: (args) => `өсу ретімен сұрыпталды: ${word(args, 'columnName')}`,
    descendingSort: (args) => `кему ретімен сұрыпталды: ${word(args, 'columnName')}`,
    columnSize: (args) => `${word(args, 'value')} пиксел`,
    resizerDescription: 'Енін өзгерту үшін Enter басыңыз',
    expand: 'Жаю',
    collapse: 'Жинау',
  },
  '@react-aria/steplist': { steplist: 'Қадамдар тізімі' },
  '@react-aria/spinbutton': { Empty: 'Бос' },
  '@react-aria/searchfield': { 'Clear search': 'Іздеуді тазарту' },
  '@react-aria/previewtrigger': { longPressMessage: 'Алдын ала қарау үшін басып тұрыңыз' },
  '@react-aria/overlays': { dismiss: 'Жабу' },
  '@react-aria/numberfield': {
    decrease: (args) => `Азайту: ${word(args, 'fieldLabel')}`,
    increase: (args) => `Көбейту: ${word(args, 'fieldLabel')}`,
    numberField: 'Сан өрісі',
  },
  '@react-aria/menu': { longPressMessage: 'Мәзірді ашу үшін басып тұрыңыз немесе Alt + төмен бағытты басыңыз' },
  '@react-aria/gridlist': {
    hasActionAnnouncement: 'жолда әрекет бар',
    hasLinkAnnouncement: (args) => `жолда сілтеме бар: ${word(args, 'link')}`,
  },
  '@react-aria/grid': {
    deselectedItem: (args) => `Белгісі алынды: ${word(args, 'item')}.`,
    select: 'Белгілеу',
    selectedCount: (args) => (count(args) === '0' ? 'Ештеңе белгіленбеді.' : `Белгіленді: ${count(args)}.`),
    selectedAll: 'Бәрі белгіленді.',
    selectedItem: (args) => `Белгіленді: ${word(args, 'item')}.`,
    longPressToSelect: 'Белгілеу режиміне өту үшін басып тұрыңыз.',
  },
  '@react-aria/dnd': {
    dragItem: (args) => `Сүйреу: ${word(args, 'itemText')}`,
    dragSelectedItems: (args) => `Белгіленгенді сүйреу: ${count(args)}`,
    dragDescriptionKeyboard: 'Сүйреуді бастау үшін Enter басыңыз.',
    dragDescriptionKeyboardAlt: 'Сүйреуді бастау үшін Alt + Enter басыңыз.',
    dragDescriptionTouch: 'Сүйреуді бастау үшін екі рет түртіңіз.',
    dragDescriptionVirtual: 'Сүйреуді бастау үшін басыңыз.',
    dragDescriptionLongPress: 'Сүйреуді бастау үшін басып тұрыңыз.',
    dragSelectedKeyboard: (args) => `Белгіленгенді сүйреу үшін Enter басыңыз: ${count(args)}.`,
    dragSelectedKeyboardAlt: (args) => `Белгіленгенді сүйреу үшін Alt + Enter басыңыз: ${count(args)}.`,
    dragSelectedLongPress: (args) => `Белгіленгенді сүйреу үшін басып тұрыңыз: ${count(args)}.`,
    dragStartedKeyboard: 'Сүйреу басталды. Орнын Tab арқылы таңдап, Enter басыңыз. Бас тарту үшін Escape басыңыз.',
    dragStartedTouch: 'Сүйреу басталды. Орнына өтіп, екі рет түртіңіз.',
    dragStartedVirtual: 'Сүйреу басталды. Орнына өтіп, басыңыз немесе Enter басыңыз.',
    endDragKeyboard: 'Сүйреу жүріп жатыр. Бас тарту үшін Enter басыңыз.',
    endDragTouch: 'Сүйреу жүріп жатыр. Бас тарту үшін екі рет түртіңіз.',
    endDragVirtual: 'Сүйреу жүріп жатыр. Бас тарту үшін басыңыз.',
    dropDescriptionKeyboard: 'Осында қою үшін Enter, бас тарту үшін Escape басыңыз.',
    dropDescriptionTouch: 'Осында қою үшін екі рет түртіңіз.',
    dropDescriptionVirtual: 'Осында қою үшін басыңыз.',
    dropCanceled: 'Сүйреуден бас тартылды.',
    dropComplete: 'Қойылды.',
    dropIndicator: 'қоятын орын',
    dropOnRoot: 'Осында қою',
    dropOnItem: (args) => `Үстіне қою: ${word(args, 'itemText')}`,
    insertBefore: (args) => `Алдына қою: ${word(args, 'itemText')}`,
    insertBetween: (args) => `Арасына қою: ${word(args, 'beforeItemText')} және ${word(args, 'afterItemText')}`,
    insertAfter: (args) => `Соңынан қою: ${word(args, 'itemText')}`,
  },
  '@react-aria/combobox': {
    focusAnnouncement: (args) =>
      [
        args?.['isGroupChange'] === true
          ? `Топ: ${word(args, 'groupTitle')}, нұсқа саны: ${count(args, 'groupCount')}. `
          : '',
        word(args, 'optionText'),
        args?.['isSelected'] === true ? ', таңдалған' : '',
      ].join(''),
    countAnnouncement: (args) => `Нұсқа саны: ${count(args, 'optionCount')}.`,
    selectedAnnouncement: (args) => `${word(args, 'optionText')}, таңдалды`,
    buttonLabel: 'Нұсқаларды көрсету',
    listboxLabel: 'Нұсқалар',
  },
  '@react-aria/datepicker': {
    era: 'дәуір',
    year: 'жыл',
    month: 'ай',
    day: 'күн',
    hour: 'сағат',
    minute: 'минут',
    second: 'секунд',
    dayPeriod: 'тәулік бөлігі',
    calendar: 'Күнтізбе',
    startDate: 'Басталу күні',
    endDate: 'Аяқталу күні',
    weekday: 'апта күні',
    timeZoneName: 'уақыт белдеуі',
    selectedDateDescription: (args) => `Таңдалған күн: ${word(args, 'date')}`,
    selectedRangeDescription: (args) => `Таңдалған аралық: ${word(args, 'startDate')} – ${word(args, 'endDate')}`,
    selectedTimeDescription: (args) => `Таңдалған уақыт: ${word(args, 'time')}`,
  },
  '@react-stately/datepicker': {
    rangeUnderflow: (args) => `Ең ерте күн: ${word(args, 'minValue')}.`,
    rangeOverflow: (args) => `Ең кеш күн: ${word(args, 'maxValue')}.`,
    rangeReversed: 'Басталу күні аяқталу күнінен кеш болмауы керек.',
    unavailableDate: 'Бұл күнді таңдауға болмайды.',
  },
  '@react-aria/breadcrumbs': { breadcrumbs: 'Жол' },
  '@react-aria/autocomplete': { collectionLabel: 'Нұсқалар' },
  'react-aria-components': {
    selectPlaceholder: 'Таңдаңыз',
    tableResizer: 'Ені',
    dropzoneLabel: 'Файл қоятын орын',
    colorSwatchPicker: 'Түстер',
  },
};
