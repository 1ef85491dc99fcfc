/** What nobody may read in a file without its key: names, and every other text that somebody types. */
export const people = {
  nominees: ['Жұмағалиева Ақмарал', 'Сүйінбаев Дәулетхан', 'Тілеуқабылова Гүлсезім', '«Қайнарбұлақ» студенттер кеңесі'],
  jurors: ['Өскенбайұлы Шыңғысхан', 'Ыбырайымова Ұлпан', 'Константинопольский Ярополк', 'Жәңгірханова Бибісара'],
} as const;

export const texts = {
  iin: '990817650432',
  phone: '+77475550199',
  email: 'akmaral.zh@kaznu-mail.kz',
  note: 'Анасының емделуіне байланысты кешіккен',
  contact: 'hatshy-214@bolme.kz',
  instructions: 'Портфолионы толық оқып шығыңыздар',
  attachmentName: 'Ақмаралдың мінездемесі',
  attachment: 'Тәрбиесі туралы жетекшісінің пікірі',
  comment: 'Жоба көшірілген сияқты көрінеді',
  recusal: 'Номинант менің немере інім',
  reason: 'Код бөтен қолға түсіп қалды',
} as const;

/** The secretary's, the chair's, both after the key was changed, and one that opens nothing. */
export const passwords = {
  secretary: 'ақ құманда бал сусын',
  chair: 'тоғыз қарағай түбінде',
  nextSecretary: 'көк сандықта жеті кілт',
  nextChair: 'жел диірмені айналса',
  wrong: 'бұл құпиясөз ештеңе ашпайды',
} as const;
