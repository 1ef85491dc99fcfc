/** What the juror answered to the marks that a re-issued package offers; null: not asked yet, or nothing is offered. */
export const carriedColumn = `alter table ballot add column carried text check (carried in ('taken', 'declined'))`;
