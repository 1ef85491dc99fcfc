import { useEffect, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { languages, type Language } from '@shared/model/language';
import { Announcer } from '../../components/Announcer';
import { Button } from '../../components/Button';
import { Mark, TiltingMark } from '../../components/Mark';
import { Engraving, Ornament } from '../../components/Ornament';
import { Segmented } from '../../components/Segmented';
import { Toasts } from '../../components/Toast';
import { switchLanguage, useLanguage, useText } from '../../i18n';
import { ariaLocale } from '../../locale/ariaStrings';
import { ChoiceSheet, ControlSheet, FieldSheet } from './ControlSheets';
import { MarkSheet, PictureSheet } from './DataSheets';
import { FrameSheet } from './FrameSheet';
import { addHeldRules } from './heldRules';
import { MessageSheet } from './MessageSheet';
import { StateSheet } from './StateSheet';
import { say, type Sample } from './samples';
import './gallery.css';

const themes = { system: 'жүйедегідей', light: 'ашық', dark: 'қараңғы', both: 'қатар' } as const satisfies Record<
  string,
  Sample
>;
type Theme = keyof typeof themes;
const isTheme = (text: string | undefined): text is Theme => text !== undefined && text in themes;
const isLanguage = (text: string | undefined): text is Language => languages.some((each) => each === text);
const own = { kk: 'Қазақша', ru: 'Русский', en: 'English' } as const satisfies Record<Language, string>;

/** `#gallery/ru/both`, `#gallery/kk/dark/frame`: a look at something in particular can be handed on. */
function fromAddress(): { readonly language: Language | null; readonly theme: Theme; readonly frame: boolean } {
  const [, ...parts] = location.hash.split('/');
  return {
    language: parts.find(isLanguage) ?? null,
    theme: parts.find(isTheme) ?? 'system',
    frame: parts.includes('frame'),
  };
}

/** Every component in every state, in both themes and three languages. Loaded only while developing. */
export function Gallery() {
  const language = useLanguage();
  const [theme, setTheme] = useState<Theme>(() => fromAddress().theme);
  const [frame, setFrame] = useState(() => fromAddress().frame);
  useEffect(() => {
    const wanted = fromAddress().language;
    if (wanted !== null) void switchLanguage(wanted);
    addHeldRules();
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme === 'both' ? 'light' : theme;
  }, [language, theme]);
  if (frame) return <FrameSheet key={language} />;
  return (
    <I18nProvider locale={ariaLocale[language]}>
      <main className="gallery" key={language}>
        <header className="row-wrap">
          <Mark size={40} />
          <h1>{say('Таразы: компоненттер мен күйлер')}</h1>
          <span className="push" />
          <Button onPress={() => setFrame(true)}>{say('Қолданба жақтауы')}</Button>
          <Segmented
            label={say('Тіл')}
            value={language}
            onChange={(next) => void switchLanguage(next)}
            segments={languages.map((id) => ({ id, label: own[id] }))}
          />
          <Segmented
            label={say('Тақырып')}
            value={theme}
            onChange={setTheme}
            segments={Object.entries(themes).flatMap(([id, name]) => (isTheme(id) ? [{ id, label: say(name) }] : []))}
          />
        </header>
        <div className={theme === 'both' ? 'gallery-both' : ''}>
          {(theme === 'both' ? (['light', 'dark'] as const) : [theme]).map((each) => (
            <div key={each} className="gallery-side" {...(theme === 'both' ? { 'data-theme': each } : {})}>
              <Sheets />
            </div>
          ))}
        </div>
        <GalleryToasts />
        <Announcer />
      </main>
    </I18nProvider>
  );
}

function GalleryToasts() {
  const t = useText();
  return <Toasts label={t('common:toasts')} closeLabel={t('common:close')} />;
}

function Sheets() {
  return (
    <>
      <Sheet title="Белгі мен ою">
        <div className="row-wrap">
          <Mark size={72} />
          <Mark size={40} />
          <Mark size={24} />
          <Mark size={16} />
          <TiltingMark lean={-0.05} />
          <TiltingMark lean={0.5} />
          <TiltingMark lean={0} />
          <Ornament className="gallery-ornament" />
          <Engraving className="gallery-engraving" />
        </div>
      </Sheet>
      <Sheet title="Қаріп">
        <p className="gallery-44">Әділ бағалау: ғ қ ң ө ұ ү һ і</p>
        <p className="gallery-28">{say('2 парақ пен 3 баға жетпейді')}</p>
        <p className="read">{say('Қоғамдық және волонтерлік белсенділік')}</p>
        <p className="num">1 234 567,89 ₸</p>
      </Sheet>
      <Sheet title="Батырмалар">
        <ControlSheet />
      </Sheet>
      <Sheet title="Батырма күйлері">
        <StateSheet />
      </Sheet>
      <Sheet title="Өрістер">
        <FieldSheet />
      </Sheet>
      <Sheet title="Таңдау">
        <ChoiceSheet />
      </Sheet>
      <Sheet title="Баға қою">
        <MarkSheet />
      </Sheet>
      <Sheet title="Деректер суреті">
        <PictureSheet />
      </Sheet>
      <Sheet title="Хабарламалар">
        <MessageSheet />
      </Sheet>
    </>
  );
}

function Sheet({ title, children }: { readonly title: Sample; readonly children: ReactNode }) {
  return (
    <section className="gallery-sheet">
      <h2 className="strong">{say(title)}</h2>
      <div className="stack">{children}</div>
    </section>
  );
}
