/** The language server as a program of its own: what the desktop extension starts. */
import { load } from './load';

(load('slipway.js') as typeof import('../slipway')).serve();
