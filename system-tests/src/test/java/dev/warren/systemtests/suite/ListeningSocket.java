package dev.warren.systemtests.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A TCP socket that waits for connections, as Linux tells.
 *
 * @param address where it does
 * @param port at which port
 * @param inode by which the processes that have it know it
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">/proc/pid/net/tcp</a>
 */
public record ListeningSocket(InetAddress address, int port, String inode) {

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final String LISTEN = "0A";
  private static final int WORD_DIGITS = 8;
  private static final int HEX = 16;

  /** Those that a process has now. */
  public static List<ListeningSocket> of(ProcessHandle process) {
    Path folder = Path.of("/proc", Long.toString(process.pid()));
    Set<String> opened = opened(folder.resolve("fd"));
    return Stream.of("net/tcp", "net/tcp6")
        .flatMap(table -> in(read(folder.resolve(table))).stream())
        .filter(socket -> opened.contains("socket:[" + socket.inode + "]"))
        .toList();
  }

  /** Those of a table, whose first line names its columns. */
  static List<ListeningSocket> in(String table) {
    return table
        .lines()
        .skip(1)
        .map(line -> SPACES.split(line.strip(), -1))
        .filter(columns -> columns[3].equals(LISTEN))
        .map(columns -> of(columns[1], columns[9]))
        .toList();
  }

  private static ListeningSocket of(String local, String inode) {
    int colon = local.indexOf(':');
    int port = Integer.parseInt(local.substring(colon + 1), HEX);
    return new ListeningSocket(address(local.substring(0, colon)), port, inode);
  }

  /** Of words in the machine's own order of bytes; an IPv4 address within an IPv6 one is that. */
  private static InetAddress address(String words) {
    ByteBuffer bytes = ByteBuffer.allocate(words.length() / 2).order(ByteOrder.nativeOrder());
    for (int i = 0; i < words.length(); i += WORD_DIGITS) {
      bytes.putInt(Integer.parseUnsignedInt(words.substring(i, i + WORD_DIGITS), HEX));
    }
    try {
      return InetAddress.getByAddress(bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the files of a process are; nothing if it has ended. */
  private static Set<String> opened(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(ListeningSocket::target).collect(Collectors.toSet());
    } catch (NoSuchFileException e) {
      return Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }

  private static String read(Path table) {
    try {
      return Files.readString(table);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether nobody but this machine reaches it. */
  public boolean isLocal() {
    return address.isLoopbackAddress();
  }

  @Override
  public String toString() {
    return address.getHostAddress() + " port " + port;
  }
}
