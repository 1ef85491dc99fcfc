import { decryptWith, decryptWithPassphrase, encryptTo, encryptWithPassphrase, newKeyPair } from '../exchange/age';
import { serve } from './serve';

const operations = { decryptWith, decryptWithPassphrase, encryptTo, encryptWithPassphrase, newKeyPair };
export type AgeOperations = typeof operations;

serve(operations);
