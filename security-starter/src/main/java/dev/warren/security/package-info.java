/**
 * Who may call a service, and for what: nobody, unless an API key or a token says so. In a demo it
 * is open to whoever reaches it, and says that loudly.
 */
@NullMarked
package dev.warren.security;

import org.jspecify.annotations.NullMarked;
