package dev.warren.systemtests.fuzz.chance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.PriorityQueue;
import java.util.zip.GZIPOutputStream;

/** Bodies that harm whoever unpacks them. */
public final class Bombs {

  private Bombs() {}

  /** Compressed. */
  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** So many zeros, in about a thousandth of their size. */
  public static byte[] gzipOfZeros(int size) {
    return gzip(new byte[size]);
  }

  /** A Java object of a class that gadgets begin with; whoever reads it runs its code. */
  public static byte[] serialized() {
    PriorityQueue<String> gadget = new PriorityQueue<>();
    gadget.add("touched");
    gadget.add("by a stranger");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(gadget);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
