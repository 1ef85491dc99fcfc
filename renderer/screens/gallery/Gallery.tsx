import { useState, type ReactNode } from 'react';
import { Button, ButtonRow } from '../../components/Button';
import { Mark, TiltingMark } from '../../components/Mark';
import { Ornament } from '../../components/Ornament';
import { Segmented } from '../../components/Segmented';
import { Toasts } from '../../components/Toast';
import { ChoiceSheet, ControlSheet, FieldSheet } from './ControlSheets';
import { MarkSheet, PictureSheet } from './DataSheets';
import { FrameSheet } from './FrameSheet';
import { MessageSheet } from './MessageSheet';
import './gallery.css';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Every component in every state: the place to look at them. Loaded only while developing, so its texts are not translated. */
export function Gallery() {
  const [theme, setTheme] = useState<Theme>('system');
  const [frame, setFrame] = useState(location.hash === '#gallery/frame');
  const choose = (next: Theme) => {
    setTheme(next);
    document.documentElement.dataset['theme'] = next;
  };
  if (frame) return <FrameSheet />;
  return (
    <main className="gallery">
      <header className="row-wrap">
        <Mark size={40} />
        <h1>Таразы: компоненты и состояния</h1>
        <span className="push" />
        <Button onPress={() => setFrame(true)}>Рамка приложения</Button>
        <Segmented label="Тема" value={theme} onChange={choose} segments={themes.map((id) => ({ id, label: id }))} />
      </header>
      <Sheet title="Знак и орнамент">
        <div className="row-wrap">
          <Mark size={72} />
          <Mark size={40} />
          <Mark size={24} />
          <Mark size={16} />
          <TiltingMark lean={-0.05} />
          <TiltingMark lean={0.5} />
          <TiltingMark lean={0} />
          <Ornament className="gallery-ornament" />
        </div>
      </Sheet>
      <Sheet title="Шрифт">
        <p className="gallery-44">Әділ бағалау: ғ қ ң ө ұ ү һ і</p>
        <p className="gallery-28">2 парақ пен 3 баға жетпейді</p>
        <p className="read">Қоғамдық және волонтерлік белсенділік. Общественная и волонтёрская активность.</p>
        <p className="num">Межвузовское взаимодействие и участие 1 234 567,89 ₸</p>
      </Sheet>
      <Sheet title="Кнопки">
        <ControlSheet />
      </Sheet>
      <Sheet title="Поля">
        <FieldSheet />
      </Sheet>
      <Sheet title="Выбор">
        <ChoiceSheet />
      </Sheet>
      <Sheet title="Ввод оценки">
        <MarkSheet />
      </Sheet>
      <Sheet title="Картины данных">
        <PictureSheet />
      </Sheet>
      <Sheet title="Сообщения">
        <MessageSheet />
      </Sheet>
      <ButtonRow>
        <span className="caption">Конец листа</span>
      </ButtonRow>
      <Toasts label="Хабарламалар" closeLabel="Жабу" />
    </main>
  );
}

function Sheet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="gallery-sheet">
      <h2 className="strong">{title}</h2>
      <div className="stack">{children}</div>
    </section>
  );
}
