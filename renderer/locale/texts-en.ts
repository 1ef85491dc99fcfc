export const texts = import.meta.glob<Readonly<Record<string, unknown>>>('../../resources/locales/en/*.json', {
  import: 'default',
  eager: true,
});
