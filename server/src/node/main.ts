/** The language server as a program of its own: what the desktop extension starts. */
import { serve } from './serve';

serve();
