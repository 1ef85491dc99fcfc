import { Check, SunMoon } from 'lucide-react';
import { languages } from '@shared/model/language';
import { themes } from '@shared/model/theme';
import { Button } from '../components/Button';
import { MenuPopover, type MenuEntry } from '../components/Menu';
import { Segmented } from '../components/Segmented';
import { useLanguage, useText } from '../i18n';
import { useSession } from '../stores/session';

/** Language and theme as menu entries: within reach wherever there is no room for the segments. */
export function usePreferenceMenu(): readonly MenuEntry[] {
  const t = useText();
  const { language, theme } = useSession((s) => s.preferences);
  const setPreferences = useSession((s) => s.setPreferences);
  const ticked = (on: boolean) => <Check className="ic" aria-hidden visibility={on ? 'visible' : 'hidden'} />;
  return [
    {
      id: 'language',
      title: t('common:language'),
      actions: languages.map((id) => ({
        id,
        label: t(`common:languages.${id}`),
        icon: ticked(id === language),
        onAction: () => void setPreferences({ language: id }),
      })),
    },
    {
      id: 'theme',
      title: t('common:theme.label'),
      actions: themes.map((id) => ({
        id,
        label: t(`common:theme.${id}`),
        icon: ticked(id === theme),
        onAction: () => void setPreferences({ theme: id }),
      })),
    },
  ];
}

export function LanguageSwitch() {
  const t = useText();
  const language = useLanguage();
  const setPreferences = useSession((s) => s.setPreferences);
  return (
    <Segmented
      label={t('common:language')}
      value={language}
      segments={languages.map((id) => ({ id, label: <span lang={id}>{t(`common:languages.${id}`)}</span> }))}
      onChange={(id) => void setPreferences({ language: id })}
    />
  );
}

/** Light or dark in a row of words is one control too many beside the languages: a menu under one button. */
export function ThemeSwitch() {
  const t = useText();
  const theme = useSession((s) => s.preferences.theme);
  const setPreferences = useSession((s) => s.setPreferences);
  return (
    <MenuPopover
      label={t('common:theme.label')}
      placement="bottom end"
      entries={themes.map((id) => ({
        id,
        label: t(`common:theme.${id}`),
        icon: <Check className="ic" aria-hidden visibility={id === theme ? 'visible' : 'hidden'} />,
        onAction: () => void setPreferences({ theme: id }),
      }))}
    >
      <Button variant="quiet" size="small" icon={<SunMoon className="ic" aria-hidden />}>
        {t('common:theme.label')}
      </Button>
    </MenuPopover>
  );
}
