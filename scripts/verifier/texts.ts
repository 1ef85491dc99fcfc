import type { Check, ProblemKind } from './finding';

export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

interface Texts {
  readonly usage: string;
  readonly askCode: string;
  readonly unreadable: string;
  readonly notOpened: string;
  readonly holds: string;
  readonly fails: string;
  readonly fingerprint: string;
  readonly compare: string;
  readonly allHold: string;
  readonly notAll: string;
  readonly checks: Readonly<Record<Check, string>>;
  readonly problems: Readonly<Record<ProblemKind, string>>;
}

const usage =
  'npm run verify -- FILE.tresults [--code XXXX-XXXX-XXXX] [--fingerprint …] [--lang kk|ru|en]\nnode tarazy-verify.mjs FILE.tresults …';

export const texts: Readonly<Record<Language, Texts>> = {
  en: {
    usage,
    askCode: 'Code of the results file: ',
    unreadable: 'The file cannot be read.',
    notOpened: 'The file does not open: it is not a results file, it is damaged, or the code is another one.',
    holds: 'holds',
    fails: 'DOES NOT HOLD',
    fingerprint: 'Fingerprint of the seal',
    compare: 'Compare the fingerprint with the printed one: only that tells whose signatures these are.',
    allHold: 'Everything that was checked holds.',
    notAll: 'Not everything holds. What does not is listed above.',
    checks: {
      signatures: 'Signatures of secretary and chair',
      parts: 'Parts of the file, lengths and hashes',
      rules: 'Rules and decisions are the sealed ones',
      log: 'Log: chain, import lines, keys',
      packages: 'Ballots that were issued, and their rules',
      ballots: 'Returned ballots: signatures and marks',
      counted: 'Which ballots count',
      ranking: 'Ranking, computed anew from the ballots',
      fingerprint: 'Fingerprint is the printed one',
    },
    problems: {
      signature: 'The signature does not belong to this seal. Whose',
      part: 'This part is not what was sealed',
      rest: 'Bytes stand after the last part, or are missing. How many',
      malformed: 'This cannot be read',
      absurd: 'There are numbers that nothing can be computed with',
      rulesHash: 'The rules are not those that were sealed',
      contestDiffers: 'The contest and the seal say different things about',
      logHead: 'The log is not the sealed one. Lines found',
      noImportLine: 'The log does not tell of the import of a ballot that counts. Receipt',
      signerNotInLog: 'The seal’s key is not the one that the log tells of. Whose',
      package: 'This issued ballot does not fit the contest',
      packageRules: 'This issued ballot was marked by other rules than the contest’s',
      ballotSignature: 'The juror’s signature does not hold. Receipt',
      ballotElsewhere: 'This ballot answers none that was issued. Receipt',
      ballotMarks: 'This ballot has marks that its scale or its list does not have. Receipt',
      countedDiffers: 'Another ballot counts than the seal says. Juror',
      rowDiffers: 'Sealed ≠ computed',
      rowOrder: 'This row stands below a lower place',
      drawDiffers: 'The order of this draw does not follow from its seed',
      rankingMissing: 'A ranking is missing or not due. Round / category',
      fingerprint: 'The printed fingerprint is another one',
    },
  },
  ru: {
    usage,
    askCode: 'Код файла результатов: ',
    unreadable: 'Файл не читается.',
    notOpened: 'Файл не открывается: это не файл результатов, он повреждён или код другой.',
    holds: 'верно',
    fails: 'НЕ ВЕРНО',
    fingerprint: 'Отпечаток печати',
    compare: 'Сравните отпечаток с напечатанным: только он говорит, чьи это подписи.',
    allHold: 'Всё, что проверено, верно.',
    notAll: 'Верно не всё. Что именно, перечислено выше.',
    checks: {
      signatures: 'Подписи секретаря и председателя',
      parts: 'Части файла, их длина и хеши',
      rules: 'Правила и решения те, что запечатаны',
      log: 'Журнал: цепочка, строки приёма, ключи',
      packages: 'Выданные оценочные листы и их правила',
      ballots: 'Возвращённые оценочные листы: подписи и оценки',
      counted: 'Какие оценочные листы учтены',
      ranking: 'Рейтинг, заново вычисленный по оценочным листам',
      fingerprint: 'Отпечаток совпадает с напечатанным',
    },
    problems: {
      signature: 'Подпись не относится к этой печати. Чья',
      part: 'Эта часть не та, что запечатана',
      rest: 'После последней части есть лишние байты, или их не хватает. Сколько',
      malformed: 'Не удаётся прочитать',
      absurd: 'Есть числа, с которыми нельзя считать',
      rulesHash: 'Правила не те, что запечатаны',
      contestDiffers: 'Конкурс и печать говорят разное о',
      logHead: 'Журнал не тот, что запечатан. Найдено строк',
      noImportLine: 'В журнале нет приёма учтённого оценочного листа. Квитанция',
      signerNotInLog: 'Ключ печати не тот, о котором говорит журнал. Чей',
      package: 'Выданный оценочный лист не подходит к конкурсу',
      packageRules: 'Выданный оценочный лист заполнен по другим правилам',
      ballotSignature: 'Подпись члена жюри неверна. Квитанция',
      ballotElsewhere: 'Такой оценочный лист не выдавался. Квитанция',
      ballotMarks: 'В оценочном листе есть оценки вне шкалы или вне списка. Квитанция',
      countedDiffers: 'Учтён другой оценочный лист, чем сказано в печати. Член жюри',
      rowDiffers: 'Запечатано ≠ вычислено',
      rowOrder: 'Строка стоит ниже более низкого места',
      drawDiffers: 'Порядок этой жеребьёвки не следует из её числа',
      rankingMissing: 'Рейтинга нет, или он лишний. Тур / номинация',
      fingerprint: 'Напечатан другой отпечаток',
    },
  },
  kk: {
    usage,
    askCode: 'Нәтиже файлының коды: ',
    unreadable: 'Файл оқылмайды.',
    notOpened: 'Файл ашылмайды: бұл нәтиже файлы емес, ол бүлінген немесе код басқа.',
    holds: 'дұрыс',
    fails: 'ДҰРЫС ЕМЕС',
    fingerprint: 'Мөрдің белгісі',
    compare: 'Белгіні басып шығарылған белгімен салыстырыңыз: қолтаңбалардың кімдікі екенін тек сол көрсетеді.',
    allHold: 'Тексерілгеннің бәрі дұрыс.',
    notAll: 'Бәрі бірдей дұрыс емес. Қайсысы екені жоғарыда көрсетілген.',
    checks: {
      signatures: 'Хатшы мен төрағаның қолтаңбалары',
      parts: 'Файл бөліктерінің ұзындығы мен хештері',
      rules: 'Ережелер мен шешімдер мөрленгендей',
      log: 'Журнал: тізбек, қабылдау жолдары, кілттер',
      packages: 'Берілген бағалау парақтары және олардың ережелері',
      ballots: 'Қайтарылған бағалау парақтары: қолтаңбалар мен бағалар',
      counted: 'Қай парақтар есепке алынды',
      ranking: 'Бағалау парақтарынан қайта есептелген рейтинг',
      fingerprint: 'Мөрдің белгісі басып шығарылғанмен бірдей',
    },
    problems: {
      signature: 'Қолтаңба бұл мөрге жатпайды. Кімдікі',
      part: 'Бұл бөлік мөрленгендей емес',
      rest: 'Соңғы бөліктен кейін артық байттар бар немесе байттар жетіспейді. Саны',
      malformed: 'Оқу мүмкін болмады',
      absurd: 'Есептеуге келмейтін сандар бар',
      rulesHash: 'Ережелер мөрленгендей емес',
      contestDiffers: 'Байқау мен мөрде әртүрлі жазылған',
      logHead: 'Журнал мөрленгендей емес. Табылған жолдар саны',
      noImportLine: 'Журналда есепке алынған бағалау парағын қабылдау жолы жоқ. Түбіртек',
      signerNotInLog: 'Мөрдің кілті журналдағыдай емес. Кімдікі',
      package: 'Берілген бағалау парағы байқауға сәйкес келмейді',
      packageRules: 'Берілген бағалау парағы басқа ережелермен толтырылған',
      ballotSignature: 'Қазылар алқасы мүшесінің қолтаңбасы дұрыс емес. Түбіртек',
      ballotElsewhere: 'Мұндай бағалау парағы берілмеген. Түбіртек',
      ballotMarks: 'Бағалау парағында шкалада немесе тізімде жоқ баға бар. Түбіртек',
      countedDiffers: 'Мөрдегіден басқа бағалау парағы есепке алынады. Қазылар алқасының мүшесі',
      rowDiffers: 'Мөрленген ≠ есептелген',
      rowOrder: 'Жол төменірек орыннан да төмен тұр',
      drawDiffers: 'Бұл жеребенің реті оның тұқым санынан шықпайды',
      rankingMissing: 'Рейтинг жоқ немесе артық. Кезең / номинация',
      fingerprint: 'Басып шығарылған белгі басқа',
    },
  },
};
