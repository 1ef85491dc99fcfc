/**
 * Stands in the bundle for `unzipper`, which only exceljs's streaming reader uses and we do not: one of the packages
 * behind it (`buffers`) came without any licence, so it must not be shipped.
 */
export const nothing = undefined;
