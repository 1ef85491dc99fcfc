export const texts = import.meta.glob<Readonly<Record<string, unknown>>>('../../resources/locales/ru/*.json', {
  import: 'default',
  eager: true,
});
