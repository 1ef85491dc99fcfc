import { makeSlot, openSlot } from '../vault/slotCrypto';
import { serve } from './serve';

const operations = { makeSlot, openSlot };
export type KdfOperations = typeof operations;

serve(operations);
