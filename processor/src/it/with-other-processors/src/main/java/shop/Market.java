// SPDX-License-Identifier: Apache-2.0
package shop;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import javax.inject.Singleton;

/** Written by Dagger: {@code DaggerMarket} does not exist when the processors start. */
@Singleton
@Component(modules = Market.Tills.class)
interface Market {
  Counter counter();

  @Component.Factory
  interface Factory {
    Market create(@BindsInstance String currency);
  }

  @Module
  final class Tills {
    private Tills() {}

    @Provides
    static Till till(String currency) {
      return Till.builder().currency(currency).build();
    }
  }
}
