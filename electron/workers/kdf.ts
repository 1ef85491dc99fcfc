import { makeSigner, openSigner } from '../vault/signerCrypto';
import { makeSlot, openSlot } from '../vault/slotCrypto';
import { serve } from './serve';

const operations = { makeSlot, openSlot, makeSigner, openSigner };
export type KdfOperations = typeof operations;

serve(operations);
